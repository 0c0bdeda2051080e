import { inLanguage as say } from "client-kit/i18n/index.ts";
import type { Step } from "./steps.ts";

const take = { file: "/trust/nghi-su.crt", words: { vi: "Tải chứng thư", en: "Get the certificate" } };
const takeShort = { vi: "tải chứng thư", en: "get the certificate" };

export const windowsSteps: readonly Step[] = [
  {
    words: { vi: "Bấm “Tải chứng thư” và mở tệp nghi-su.crt. Ở thẻ Chi tiết (Details), so dòng Thumbprint với vân tay SHA-1 trên trang này.", en: "Press “Get the certificate” and open the file nghi-su.crt. On the tab Details compare the line Thumbprint with the SHA-1 fingerprint on this page." },
    short: takeShort,
    take,
    picture: () => ({
      kind: "settings",
      title: "Certificate",
      lines: [{ label: "General" }, { label: "Details", mark: "touch" }, { label: "Thumbprint", value: "…" }],
    }),
  },
  {
    words: { vi: "Ở thẻ Chung (General), bấm “Install Certificate…”, chọn “Current User”, rồi “Next”.", en: "On the tab General press “Install Certificate…”, choose “Current User”, then “Next”." },
    short: { vi: "bấm Install Certificate…", en: "press Install Certificate…" },
    picture: () => ({ kind: "settings", title: "Certificate Import Wizard", lines: [{ label: "Current User", mark: "tick" }, { label: "Local Machine" }] }),
  },
  {
    words: {
      vi: "Chọn “Place all certificates in the following store”, bấm “Browse…”, chọn “Trusted Root Certification Authorities”, rồi “Finish” và “Yes”.",
      en: "Choose “Place all certificates in the following store”, press “Browse…”, choose “Trusted Root Certification Authorities”, then “Finish” and “Yes”.",
    },
    short: { vi: "chọn kho Trusted Root Certification Authorities", en: "choose the store Trusted Root Certification Authorities" },
    forgotten: true,
    picture: () => ({
      kind: "settings",
      title: "Certificate Store",
      lines: [{ label: "Automatically select the store" }, { label: "Place in the following store", mark: "tick" }, { label: "Trusted Root Certification Authorities", mark: "touch" }],
    }),
  },
];

export const macSteps: readonly Step[] = [
  {
    words: { vi: "Bấm “Tải chứng thư” và mở tệp nghi-su.crt; chọn chuỗi khóa “Đăng nhập” (login).", en: "Press “Get the certificate” and open the file nghi-su.crt; choose the keychain “login”." },
    short: takeShort,
    take,
    picture: () => ({
      kind: "question",
      title: say({ vi: "Thêm chứng nhận vào chuỗi khóa “Đăng nhập”?", en: "Add the certificate to the keychain “login”?" }),
      answers: [{ label: say({ vi: "Hủy", en: "Cancel" }) }, { label: say({ vi: "Thêm", en: "Add" }), mark: "touch" }],
    }),
  },
  {
    words: { vi: "Trong Truy cập chuỗi khóa, bấm đúp dòng “Nghị Sự” và so vân tay SHA-256.", en: "In Keychain Access double-click the line “Nghị Sự” and compare the SHA-256 fingerprint." },
    short: { vi: "mở chứng nhận “Nghị Sự”", en: "open the certificate “Nghị Sự”" },
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Truy cập chuỗi khóa", en: "Keychain Access" }),
      lines: [{ label: say({ vi: "Chứng nhận", en: "Certificates" }) }, { label: "Nghị Sự", mark: "touch" }],
    }),
  },
  {
    words: { vi: "Mở mục Tin cậy, đặt “Khi sử dụng chứng nhận này” thành “Luôn tin cậy”, đóng cửa sổ và nhập mật khẩu.", en: "Open Trust, set “When using this certificate” to “Always Trust”, close the window and enter the password." },
    short: { vi: "chọn “Luôn tin cậy”", en: "choose “Always Trust”" },
    forgotten: true,
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Tin cậy", en: "Trust" }),
      lines: [{ label: say({ vi: "Khi sử dụng chứng nhận này:", en: "When using this certificate:" }) }, { label: say({ vi: "Luôn tin cậy", en: "Always Trust" }), mark: "touch" }],
    }),
  },
];

export const chromeosSteps: readonly Step[] = [
  {
    words: { vi: "Bấm “Tải chứng thư”; tệp nghi-su.crt nằm trong mục Tệp đã tải xuống.", en: "Press “Get the certificate”; the file nghi-su.crt is then in Downloads." },
    short: takeShort,
    take,
    picture: () => ({ kind: "settings", title: say({ vi: "Tệp đã tải xuống", en: "Downloads" }), lines: [{ label: "nghi-su.crt", value: "1 KB" }] }),
  },
  {
    words: {
      vi: "Mở Cài đặt → Bảo mật và quyền riêng tư → Bảo mật → Quản lý chứng chỉ, thẻ Tổ chức phát hành, bấm “Nhập” và chọn tệp.",
      en: "Open Settings → Privacy and security → Security → Manage certificates, tab Authorities, press “Import” and choose the file.",
    },
    short: { vi: "nhập tệp ở thẻ Tổ chức phát hành", en: "import the file on the tab Authorities" },
    picture: () => ({
      kind: "path",
      title: say({ vi: "Cài đặt", en: "Settings" }),
      lines: [
        { label: say({ vi: "Bảo mật và quyền riêng tư", en: "Privacy and security" }) },
        { label: say({ vi: "Quản lý chứng chỉ", en: "Manage certificates" }) },
        { label: say({ vi: "Tổ chức phát hành", en: "Authorities" }) },
        { label: say({ vi: "Nhập", en: "Import" }), mark: "touch" },
      ],
    }),
  },
  {
    words: { vi: "So vân tay, đánh dấu “Tin cậy chứng chỉ này để xác định các trang web”, bấm OK.", en: "Compare the fingerprint, tick “Trust this certificate for identifying websites”, press OK." },
    short: { vi: "đánh dấu tin cậy cho các trang web", en: "tick trust for websites" },
    forgotten: true,
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Tổ chức phát hành chứng chỉ", en: "Certificate authority" }),
      lines: [{ label: say({ vi: "Tin cậy để xác định các trang web", en: "Trust for identifying websites" }), mark: "tick" }, { label: say({ vi: "Tin cậy cho thư điện tử", en: "Trust for email" }) }],
    }),
  },
];

export const firefoxSteps: readonly Step[] = [
  {
    words: { vi: "Bấm “Tải chứng thư”. Firefox hỏi ngay: chuyển tới bước 3. Trình duyệt khác lưu tệp nghi-su.crt.", en: "Press “Get the certificate”. Firefox asks at once: go on with step 3. Other browsers save the file nghi-su.crt." },
    short: takeShort,
    take,
  },
  {
    words: {
      vi: "Firefox: Cài đặt → Riêng tư và bảo mật → Xem chứng chỉ → Nhà cung cấp → Nhập. Chromium: mở chrome://certificate-manager → Tùy chỉnh → Nhập.",
      en: "Firefox: Settings → Privacy & Security → View Certificates → Authorities → Import. Chromium: open chrome://certificate-manager → Custom → Import.",
    },
    short: { vi: "nhập tệp trong trình duyệt", en: "import the file in the browser" },
    picture: () => ({
      kind: "path",
      title: say({ vi: "Cài đặt của Firefox", en: "Firefox Settings" }),
      lines: [
        { label: say({ vi: "Riêng tư và bảo mật", en: "Privacy & Security" }) },
        { label: say({ vi: "Xem chứng chỉ…", en: "View Certificates…" }) },
        { label: say({ vi: "Nhà cung cấp", en: "Authorities" }) },
        { label: say({ vi: "Nhập…", en: "Import…" }), mark: "touch" },
      ],
    }),
  },
  {
    words: { vi: "Bấm “Xem” để so vân tay, đánh dấu “Tin cậy CA này để xác định các trang web”, bấm OK.", en: "Press “View” to compare the fingerprint, tick “Trust this CA to identify websites”, press OK." },
    short: { vi: "đánh dấu tin cậy cho các trang web", en: "tick trust for websites" },
    forgotten: true,
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Tải chứng chỉ", en: "Downloading Certificate" }),
      lines: [{ label: say({ vi: "Tin cậy CA này để xác định các trang web", en: "Trust this CA to identify websites" }), mark: "tick" }, { label: say({ vi: "Tin cậy cho thư điện tử", en: "Trust for email" }) }],
    }),
  },
];
