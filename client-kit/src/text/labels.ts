export interface SearchLabels {
  readonly search: string;
  readonly hint: string;
  readonly exact: string;
  readonly next: string;
  readonly previous: string;
  readonly nextShort: string;
  readonly previousShort: string;
  page(page: number, printed: string | null): string;
  found(hits: number, pages: number): string;
  readonly limit: string;
  readonly none: string;
  readonly otherAccents: string;
  readonly insideSyllables: string;
  pictures(pages: number): string;
  missing(pages: number): string;
  reading(done: number, total: number): string;
}

export const vietnameseSearchLabels: SearchLabels = {
  search: "Tìm trong tài liệu",
  hint: "Gõ có dấu hoặc không dấu",
  exact: "Chỉ kết quả đúng dấu",
  next: "Kết quả sau",
  previous: "Kết quả trước",
  nextShort: "Sau",
  previousShort: "Trước",
  page: (page, printed) => (printed ? `Trang ${page} (số in: ${printed})` : `Trang ${page}`),
  found: (hits, pages) => `${hits} kết quả trên ${pages} trang`,
  limit: "Có nhiều kết quả hơn số hiển thị. Đề nghị nhập cụ thể hơn.",
  none: "Không tìm thấy trong tài liệu này.",
  otherAccents: "Khác dấu",
  insideSyllables: "Nằm trong tiếng khác",
  pictures: (pages) => `${pages} trang là ảnh quét, không tìm được chữ.`,
  missing: (pages) => `${pages} trang chưa có trên máy này nên chưa tìm được.`,
  reading: (done, total) => `Đang đọc ${done}/${total} trang…`,
};

export const englishSearchLabels: SearchLabels = {
  search: "Search in the paper",
  hint: "With or without accents",
  exact: "Exact accents only",
  next: "Next result",
  previous: "Previous result",
  nextShort: "Next",
  previousShort: "Back",
  page: (page, printed) => (printed ? `Page ${page} (printed: ${printed})` : `Page ${page}`),
  found: (hits, pages) => `${hits} ${hits === 1 ? "result" : "results"} on ${pages} ${pages === 1 ? "page" : "pages"}`,
  limit: "There are more results than shown. Please type more.",
  none: "Not found in this paper.",
  otherAccents: "Other accents",
  insideSyllables: "Inside other syllables",
  pictures: (pages) => `${pages} ${pages === 1 ? "page is a scanned picture" : "pages are scanned pictures"} and cannot be searched.`,
  missing: (pages) => `${pages} ${pages === 1 ? "page is" : "pages are"} not on this device yet and could not be searched.`,
  reading: (done, total) => `Reading ${done}/${total} pages…`,
};
