import { englishSearchLabels, vietnameseSearchLabels, type SearchLabels } from "../text/labels.ts";

/** Every sentence the reader shows. Vietnamese is the default; `englishLabels` beside it. */
export interface ReaderLabels {
  readonly reader: string;
  readonly previous: string;
  readonly next: string;
  pageOf(page: number, count: number): string;
  /** The printed number when it differs from the count. */
  printed(label: string): string;
  readonly goTo: string;
  readonly goToHint: string;
  noSuchPage(count: number): string;
  readonly go: string;
  readonly erase: string;
  readonly close: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitPage: string;
  readonly fitWidth: string;
  readonly pages: string;
  readonly contents: string;
  readonly view: string;
  readonly search: string;
  readonly searching: SearchLabels;
  readonly largeText: string;
  readonly pageImage: string;
  readonly smaller: string;
  readonly larger: string;
  readonly darkPage: string;
  readonly lightPage: string;
  opening(page: number): string;
  failedTitle(page: number): string;
  readonly failedText: string;
  readonly openOriginal: string;
  missingTitle(page: number): string;
  readonly missingText: string;
  readonly retry: string;
  readonly imageOnly: string;
  readonly noContents: string;
  readonly presenterHere: string;
  follow(page: string): string;
  followElsewhere(paper: string): string;
  readonly noPaper: string;
}

export const vietnameseLabels: ReaderLabels = {
  reader: "Trang tài liệu",
  previous: "Trang trước",
  next: "Trang sau",
  pageOf: (page, count) => `Trang ${page}/${count}`,
  printed: (label) => `số in: ${label}`,
  goTo: "Đến trang",
  goToHint: "Nhập số trang",
  noSuchPage: (count) => `Tài liệu có các trang từ 1 đến ${count}.`,
  go: "Đến trang này",
  erase: "Xóa",
  close: "Đóng",
  zoomIn: "Phóng to",
  zoomOut: "Thu nhỏ",
  fitPage: "Vừa trang",
  fitWidth: "Vừa chiều ngang",
  pages: "Các trang",
  contents: "Mục lục",
  view: "Cách xem",
  search: "Tìm",
  searching: vietnameseSearchLabels,
  largeText: "Chữ to",
  pageImage: "Xem trang",
  smaller: "Chữ nhỏ hơn",
  larger: "Chữ to hơn",
  darkPage: "Nền tối",
  lightPage: "Nền sáng",
  opening: (page) => `Đang mở trang ${page}…`,
  failedTitle: (page) => `Trang ${page} không hiển thị được`,
  failedText: "Máy chủ không dựng được hình của trang này. Các trang khác vẫn đọc bình thường.",
  openOriginal: "Mở tệp gốc",
  missingTitle: (page) => `Trang ${page} chưa có trên máy này`,
  missingText: "Trang sẽ tự hiện khi có mạng trở lại. Các trang đã tải vẫn đọc được.",
  retry: "Thử lại",
  imageOnly: "Trang này là ảnh quét, không có chữ để phóng to hay tìm kiếm.",
  noContents: "Tài liệu này không có mục lục.",
  presenterHere: "Đang trình bày",
  follow: (page) => `Theo người trình bày – trang ${page}`,
  followElsewhere: (paper) => `Theo người trình bày – ${paper}`,
  noPaper: "Chưa chọn tài liệu",
};

export const englishLabels: ReaderLabels = {
  reader: "Page of the paper",
  previous: "Previous page",
  next: "Next page",
  pageOf: (page, count) => `Page ${page}/${count}`,
  printed: (label) => `printed: ${label}`,
  goTo: "Go to page",
  goToHint: "Type a page number",
  noSuchPage: (count) => `The paper has pages 1 to ${count}.`,
  go: "Go to this page",
  erase: "Erase",
  close: "Close",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fitPage: "Whole page",
  fitWidth: "Full width",
  pages: "Pages",
  contents: "Contents",
  view: "View",
  search: "Search",
  searching: englishSearchLabels,
  largeText: "Large text",
  pageImage: "Show page",
  smaller: "Smaller text",
  larger: "Larger text",
  darkPage: "Dark page",
  lightPage: "Light page",
  opening: (page) => `Opening page ${page}…`,
  failedTitle: (page) => `Page ${page} cannot be shown`,
  failedText: "The server could not make a picture of this page. All other pages can be read.",
  openOriginal: "Open the original file",
  missingTitle: (page) => `Page ${page} is not on this device yet`,
  missingText: "It will appear by itself once the network is back. Pages already on the device stay readable.",
  retry: "Try again",
  imageOnly: "This page is a scanned picture: there is no text to enlarge or to search.",
  noContents: "This paper has no table of contents.",
  presenterHere: "Presenting",
  follow: (page) => `Follow the presenter – page ${page}`,
  followElsewhere: (paper) => `Follow the presenter – ${paper}`,
  noPaper: "No paper chosen",
};

export const readerLabels = (lang: string): ReaderLabels => (lang === "en" ? englishLabels : vietnameseLabels);
