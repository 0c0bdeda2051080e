import { inLanguage as say } from "client-kit/i18n/index.ts";
import type { Step } from "./steps.ts";

export const appleSteps: readonly Step[] = [
  {
    words: { vi: "Mở trang này bằng Safari. Chạm “Tải hồ sơ”, rồi chạm “Cho phép”.", en: "Open this page in Safari. Tap “Get the profile”, then “Allow”." },
    short: { vi: "tải hồ sơ", en: "get the profile" },
    take: { file: "/trust/nghi-su.mobileconfig", words: { vi: "Tải hồ sơ", en: "Get the profile" } },
    picture: () => ({
      kind: "question",
      title: say({ vi: "Trang web này đang cố tải về một hồ sơ cấu hình.", en: "This website is trying to download a configuration profile." }),
      answers: [{ label: say({ vi: "Bỏ qua", en: "Ignore" }) }, { label: say({ vi: "Cho phép", en: "Allow" }), mark: "touch" }],
    }),
  },
  {
    words: {
      vi: "Mở Cài đặt và chạm “Đã tải về hồ sơ” ở trên cùng. Chạm “Thêm chi tiết”, rồi tên chứng thư để so vân tay.",
      en: "Open Settings and tap “Profile Downloaded” at the top. Tap “More Details”, then the certificate's name to compare the fingerprint.",
    },
    short: { vi: "mở Cài đặt → Đã tải về hồ sơ", en: "open Settings → Profile Downloaded" },
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Cài đặt", en: "Settings" }),
      lines: [{ label: say({ vi: "Đã tải về hồ sơ", en: "Profile Downloaded" }), value: "›", mark: "touch" }, { label: "Wi-Fi" }, { label: "Bluetooth" }],
    }),
  },
  {
    words: { vi: "Quay lại, chạm “Cài đặt” ở góc trên bên phải, nhập mật mã của thiết bị và xác nhận.", en: "Go back, tap “Install” in the upper right corner, enter the device's passcode and confirm." },
    short: { vi: "cài đặt hồ sơ", en: "install the profile" },
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Cài đặt hồ sơ", en: "Install Profile" }),
      lines: [{ label: say({ vi: "Cài đặt", en: "Install" }), mark: "touch" }, { label: "Nghị Sự", value: say({ vi: "Chưa được ký", en: "Not Signed" }) }],
    }),
  },
  {
    words: {
      vi: "Bật công tắc thứ hai: Cài đặt → Cài đặt chung → Giới thiệu → Cài đặt tin cậy chứng nhận. Bật dòng “Nghị Sự”, chạm “Tiếp tục”.",
      en: "Turn on the second switch: Settings → General → About → Certificate Trust Settings. Switch on the line “Nghị Sự”, tap “Continue”.",
    },
    short: { vi: "công tắc thứ hai trong Cài đặt tin cậy chứng nhận", en: "the second switch in Certificate Trust Settings" },
    forgotten: true,
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Cài đặt tin cậy chứng nhận", en: "Certificate Trust Settings" }),
      lines: [{ label: say({ vi: "Bật tin cậy hoàn toàn cho chứng nhận gốc:", en: "Enable full trust for root certificates:" }) }, { label: "Nghị Sự", mark: "on" }],
    }),
  },
];

export const androidSteps: readonly Step[] = [
  {
    words: { vi: "Mở trang này bằng Chrome. Chạm “Tải chứng thư”; tệp nghi-su.crt nằm trong mục Tải xuống.", en: "Open this page in Chrome. Tap “Get the certificate”; the file nghi-su.crt is then in Downloads." },
    short: { vi: "tải chứng thư", en: "get the certificate" },
    take: { file: "/trust/nghi-su.crt", words: { vi: "Tải chứng thư", en: "Get the certificate" } },
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Tải xuống", en: "Downloads" }),
      lines: [{ label: "nghi-su.crt", value: "1 KB" }],
    }),
  },
  {
    words: {
      vi: "Mở Cài đặt của máy, tìm “chứng chỉ CA”: Bảo mật → Mã hóa và thông tin xác thực → Cài đặt chứng chỉ → Chứng chỉ CA.",
      en: "Open the device's Settings and look for “CA certificate”: Security → Encryption & credentials → Install a certificate → CA certificate.",
    },
    short: { vi: "cài đặt chứng chỉ CA trong Cài đặt của máy", en: "install the CA certificate in the device's Settings" },
    forgotten: true,
    picture: () => ({
      kind: "path",
      title: say({ vi: "Cài đặt", en: "Settings" }),
      lines: [
        { label: say({ vi: "Bảo mật", en: "Security" }) },
        { label: say({ vi: "Mã hóa và thông tin xác thực", en: "Encryption & credentials" }) },
        { label: say({ vi: "Cài đặt chứng chỉ", en: "Install a certificate" }) },
        { label: say({ vi: "Chứng chỉ CA", en: "CA certificate" }), mark: "touch" },
      ],
    }),
  },
  {
    words: { vi: "Chạm “Vẫn cài đặt”, mở khóa máy, chọn tệp nghi-su.crt.", en: "Tap “Install anyway”, unlock the device, choose the file nghi-su.crt." },
    short: { vi: "chọn tệp nghi-su.crt", en: "choose the file nghi-su.crt" },
    picture: () => ({
      kind: "question",
      title: say({ vi: "Dữ liệu của bạn sẽ không còn ở chế độ riêng tư", en: "Your data won't be private" }),
      answers: [{ label: say({ vi: "Không cài đặt", en: "Don't install" }) }, { label: say({ vi: "Vẫn cài đặt", en: "Install anyway" }), mark: "touch" }],
    }),
  },
  {
    words: {
      vi: "So vân tay: Mã hóa và thông tin xác thực → Thông tin xác thực đáng tin cậy → Người dùng → “Nghị Sự”. Nếu khác, chạm “Xóa”.",
      en: "Compare the fingerprint: Encryption & credentials → Trusted credentials → User → “Nghị Sự”. If it differs, tap “Remove”.",
    },
    short: { vi: "so vân tay", en: "compare the fingerprint" },
    picture: () => ({
      kind: "settings",
      title: say({ vi: "Thông tin xác thực đáng tin cậy", en: "Trusted credentials" }),
      lines: [{ label: say({ vi: "Người dùng", en: "User" }) }, { label: "Nghị Sự", mark: "touch" }],
    }),
  },
];
