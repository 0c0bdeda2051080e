import { texts } from "../shared/texts.ts";

export const prepare = texts(
  {
    outline: "Hồ sơ phiên họp", head: "Thông tin chung", people: "Thành phần tham dự", agenda: "Chương trình", unsaved: "chưa lưu", unsavedWord: "Chưa lưu", unsavedIn: (where: string) => `Nội dung đã gõ ở mục Chuẩn bị chưa lưu (${where}); mở lại mục đó và bấm Lưu.`, itemNumbers: (numbers: string) => `nội dung ${numbers}`,
    add: "Thêm nội dung", addHint: "Tên nội dung, rồi Enter. Dán nhiều dòng từ Word để thêm cả chương trình.", firstHint: "Chương trình đang trống. Gõ nội dung đầu tiên, hoặc dán cả chương trình từ Word.",
    move: { up: "Lên", down: "Xuống", in: "Vào trong", out: "Ra ngoài", label: "Chuyển vị trí", dragged: "Kéo để đổi thứ tự", what: (title: string) => `Chuyển vị trí “${title}”` },
    paste: { title: "Thêm nhiều nội dung", text: (n: number) => `Đọc được ${n} nội dung từ văn bản đã dán. Có thể sửa lại trước khi thêm.`, act: (n: number) => `Thêm ${n} nội dung`, undo: (n: number) => `Đã thêm ${n} nội dung.`, below: "nội dung con", area: "Văn bản đã dán", what: (n: number) => `Thêm ${n} nội dung vào chương trình` },
    item: {
      title: "Tên nội dung", kind: "Loại", presenter: "Người trình bày", unit: "Cơ quan trình", minutes: "Thời gian dự kiến (phút)", visibility: "Ai được xem", everyone: "Mọi đại biểu", members: "Thành viên, không có khách mời", planned: (from: string, to: string) => `Dự kiến ${from} – ${to}`, unplanned: "Chưa định thời gian",
      save: "Lưu nội dung", remove: "Bỏ nội dung này", removeTitle: "Bỏ nội dung này khỏi chương trình?", what: (title: string) => `Sửa nội dung “${title}”`, whatAdd: (title: string) => `Thêm nội dung “${title}”`, whatRemove: (title: string) => `Bỏ nội dung “${title}”`, number: (n: string) => `Nội dung ${n}`, overtaken: "Người khác vừa sửa nội dung này; bản đang gõ chưa được lưu.", reset: "Bỏ bản đang gõ",
    },
    headForm: { title: "Tên phiên họp", kind: "Loại phiên họp", room: "Phòng họp", starts: "Bắt đầu", ends: "Kết thúc", save: "Lưu thông tin", body: "Cơ quan họp", badTime: "Giờ kết thúc phải sau giờ bắt đầu.", what: "Sửa thông tin chung của phiên họp" },
    peopleForm: {
      lead: (n: number, votes: number) => `${n}\u00a0người, ${votes}\u00a0người có quyền biểu quyết`, role: "Vai trò", vote: "Biểu quyết", addMember: "Thêm từ danh sách thành viên", addGuest: "Thêm khách mời", remove: "Bỏ khỏi thành phần", save: "Lưu thành phần tham dự", reset: "Bỏ thay đổi", search: "Tìm trong thành phần tham dự",
      guestName: "Họ và tên", guestTitle: "Chức vụ", guestUnit: "Cơ quan, đơn vị", what: "Sửa thành phần tham dự", allIn: "Mọi thành viên đã có trong danh sách.", guestNote: "Khách mời ngoài danh bạ không có tài khoản; quản trị hệ thống thêm người dùng khi cần máy tính bảng.", overtaken: "Người khác vừa đổi danh sách; lưu sẽ thay bằng bản này.", changed: (n: number) => `${n} thay đổi chưa lưu`, directory: "Trong danh bạ", outside: "Ngoài danh bạ",
    },
    papers: {
      title: "Tài liệu", newOnes: "Tệp sắp tải lên dành cho", add: "Thêm tài liệu", drop: "Thả tệp vào đây, hoặc chọn tệp", none: "Chưa có tài liệu.", formats: "PDF, Word, Excel, PowerPoint, ảnh; nhiều tệp một lúc", waiting: "Chờ đến lượt tải lên", uploading: (share: string, sent: string, all: string) => `Đang tải lên ${share} (${sent} / ${all})`, held: "Mất kết nối; sẽ tự tải tiếp khi có mạng", checking: "Đã tải lên đủ, máy chủ đang kiểm tra và chuyển đổi…", cancelUpload: "Hủy tải lên",
      left: (sent: string, all: string) => `Tải lên dở dang: máy chủ đã có ${sent} / ${all}. Chọn lại tệp này để tải tiếp.`, chooseAgain: "Chọn lại tệp", dropLeft: "Bỏ", unreadable: (name: string) => `Không đọc được tệp “${name}” nữa (đã đổi, chuyển chỗ hoặc xóa). Hãy chọn lại tệp.`, preparing: (done: number, total: number) => `Đang dựng trang ${done}/${total}`, preparingSome: "Đang dựng trang…", ready: "Sẵn sàng",
      failed: (pages: string) => `Không hiển thị được trang ${pages}; tệp gốc vẫn mở được.`, dismiss: "Bỏ", retry: "Gửi lại", another: "Chọn tệp khác",
      access: "Ai được đọc", accessName: { EVERYONE: "Mọi đại biểu", MEMBERS: "Thành viên", NAMED: "Người được chọn" }, readings: "Ai đã mở", readingsOff: "Cơ quan này chưa chọn ghi nhận ai đã mở tài liệu; quản trị hệ thống bật ở mục Cơ quan họp.", openedBy: (n: number, all: number) => `${n}/${all}\u00a0người đã mở`, notOpened: (n: number) => `${n}\u00a0người chưa mở`, reader: "Người đọc", firstOpened: "Mở lần đầu", lastOpened: "Mở lần cuối", pagesSeen: "Số trang đã xem", handling: "Được làm gì với tài liệu", handlingName: { FREE: "Được tải về, in", VIEW_ONLY: "Chỉ xem", MARKED: "Chỉ xem, có tên người đọc" }, whatHandling: (title: string) => `Đổi cách dùng “${title}”`, named: (n: number) => `${n}\u00a0người`, chooseReaders: "Chọn người được đọc", open: "Xem", rename: "Đổi tên", renameTitle: "Tên tài liệu", moveTo: "Thuộc nội dung", replace: "Thay bản mới", withdraw: "Thu hồi", withdrawTitle: "Thu hồi tài liệu?", withdrawText: (title: string) => `“${title}” sẽ đóng lại trên mọi thiết bị. Nội dung được giữ trong hồ sơ.`, withdrawn: "Đã thu hồi", superseded: "Có bản mới hơn",
      whatAdd: "Thêm tài liệu", whatAccess: (title: string) => `Đổi người được đọc “${title}”`, whatEdit: (title: string) => `Sửa tài liệu “${title}”`, whatReplace: (title: string) => `Thay bản mới cho “${title}”`,
      tooBig: (name: string, most: string) => `Tệp “${name}” lớn hơn ${most}.`,
    },
    report: {
      title: "Kết quả kiểm tra tệp", short: (n: number) => (n === 0 ? "Tệp đã kiểm tra, không có lưu ý" : `Kiểm tra tệp: ${n} lưu ý`), broken: "Chữ ký số không hợp lệ", others: (n: number) => `(Còn ${n} lưu ý khác, xem ở “Kiểm tra tệp”.)`, file: "Tên tệp", weight: "Số trang, dung lượng", sizes: "Khổ giấy", nothing: "Không có điều gì cần lưu ý.", source: "Tải về tệp đã nộp",
      size: (name: string, n: number, pages: string, several: boolean) => (several ? `${name}: ${n} trang (trang ${pages})` : `${name}: ${n} trang`),
    },
    assign: {
      title: "Xếp tài liệu vào nội dung họp", text: "Mỗi tệp được xếp theo tên. Hãy xem lại nội dung họp, ai được đọc và được làm gì trước khi tải lên.", doubts: (n: number) => `${n} tệp chưa chắc thuộc nội dung nào.`, doubtful: "chưa chắc, hãy xem lại", none: "— Không tải lên —", item: (name: string) => `Nội dung của tệp “${name}”`, act: (n: number) => `Tải lên ${n} tệp`, many: "Tải nhiều tệp cho cả chương trình", all: "Chọn chung cho mọi tệp", rest: (n: number) => `${n} tệp chưa có nội dung sẽ không được tải lên.`,
    },
    making: {
      checking: (n: number) => `đang kiểm tra ${n} tệp`, pages: (n: number, done: number, total: number) => `đang dựng ${n} tài liệu (trang ${done}/${total})`, papers: (n: number) => `đang dựng ${n} tài liệu`, reading: (n: number) => `đang đưa ${n} tài liệu vào tìm kiếm`, all: (what: string) => `Cả phiên họp: ${what}.`,
    },
    votes: { title: "Biểu quyết dự kiến", none: "Chưa soạn biểu quyết cho nội dung này." },
    template: {
      title: "Phiên họp mẫu", is: "Phiên họp mới của cơ quan có thể bắt đầu từ chương trình, thành phần và biểu quyết dự kiến của phiên này.", isNot: "Mọi thư ký và chủ trì của cơ quan sẽ tạo được phiên họp mới từ chương trình, thành phần và biểu quyết dự kiến của phiên này.",
      now: (title: string) => `Mẫu hiện nay: “${title}”.`, name: "Dùng làm mẫu", drop: "Thôi dùng làm mẫu",
    },
    issue: {
      title: "Phát hành", ready: "Có thể phát hành", notReady: "Chưa thể phát hành", act: "Phát hành phiên họp", askTitle: "Phát hành phiên họp?", askText: (n: number) => `${n}\u00a0người trong thành phần tham dự sẽ thấy chương trình và tài liệu. Sau đó mọi thay đổi đều cần lý do và được ghi lại.`,
      issued: (when: string) => `Đã phát hành lúc ${when}`, cancel: "Hủy phiên họp", cancelTitle: "Hủy phiên họp này?", cancelText: "Thành viên sẽ thấy phiên họp đã hủy và lý do.", cancelled: "Phiên họp đã hủy", revisions: "Thay đổi sau phát hành", noRevisions: "Chưa có thay đổi nào.", tookBack: (title: string, why: string) => `Thu hồi tài liệu “${title}”: ${why}`, aboutPaper: (title: string, why: string) => `Tài liệu “${title}”: ${why}`, toLead: "Đến phần điều hành",
      noItems: "Chương trình chưa có nội dung.", preparing: (title: string) => `Đang chuẩn bị “${title}”.`, noPapers: (n: string) => `Nội dung ${n} chưa có tài liệu.`, broken: (title: string) => `“${title}” có chữ ký số không hợp lệ: tệp đã bị thay đổi sau khi ký.`, failedPages: (title: string, pages: string) => `“${title}” không hiển thị được trang ${pages}.`, noVote: (n: string) => `Nội dung ${n} cần quyết định nhưng chưa soạn biểu quyết.`, overlong: (n: number) => `Thời gian dự kiến dài hơn phiên họp ${n} phút.`, noRoom: "Chưa ghi phòng họp.", must: "Phải có", should: "Nên xem lại", total: (n: number) => `Tổng thời gian dự kiến ${n} phút`, readingTime: (pages: number, hours: string) => `${pages} trang tài liệu, đọc khoảng ${hours}`,
    },
  },
  {
    outline: "The meeting's file", head: "General", people: "Participants", agenda: "Agenda", unsaved: "not saved", unsavedWord: "Not saved", unsavedIn: (where: string) => `What was typed under Prepare is not saved (${where}); go back there and save it.`, itemNumbers: (numbers: string) => `item ${numbers}`,
    add: "Add an item", addHint: "A title, then Enter. Paste several lines from Word to add the whole agenda.", firstHint: "The agenda is empty. Type the first item, or paste the whole agenda from Word.",
    move: { up: "Up", down: "Down", in: "In", out: "Out", label: "Move", dragged: "Drag to reorder", what: (title: string) => `Move “${title}”` },
    paste: { title: "Add several items", text: (n: number) => `${n} items were read from the pasted text. You can still change it.`, act: (n: number) => `Add ${n} items`, undo: (n: number) => `${n} items added.`, below: "below", area: "Pasted text", what: (n: number) => `Add ${n} items to the agenda` },
    item: {
      title: "Title", kind: "Kind", presenter: "Presenter", unit: "Submitting unit", minutes: "Planned minutes", visibility: "Who may see it", everyone: "All delegates", members: "Members, not guests", planned: (from: string, to: string) => `Planned ${from} – ${to}`, unplanned: "No time planned",
      save: "Save the item", remove: "Remove this item", removeTitle: "Remove this item from the agenda?", what: (title: string) => `Edit the item “${title}”`, whatAdd: (title: string) => `Add the item “${title}”`, whatRemove: (title: string) => `Remove the item “${title}”`, number: (n: string) => `Item ${n}`, overtaken: "Somebody else has just changed this item; what you typed is not saved.", reset: "Drop what I typed",
    },
    headForm: { title: "Title", kind: "Kind", room: "Room", starts: "Starts", ends: "Ends", save: "Save", body: "Body", badTime: "It must end after it starts.", what: "Edit the meeting's general data" },
    peopleForm: {
      lead: (n: number, votes: number) => `${n} people, ${votes} with a vote`, role: "Role", vote: "Votes", addMember: "Add from the body's members", addGuest: "Add a guest", remove: "Remove", save: "Save the participants", reset: "Drop the changes", search: "Find a participant",
      guestName: "Full name", guestTitle: "Post", guestUnit: "Unit", what: "Change the participants", allIn: "All members are on the list.", guestNote: "A guest from outside the directory has no account; the administrator adds one when a tablet is needed.", overtaken: "Somebody else has just changed the list; saving replaces it with this one.", changed: (n: number) => (n === 1 ? "1 change not saved" : `${n} changes not saved`), directory: "In the directory", outside: "Not in the directory",
    },
    papers: {
      title: "Papers", newOnes: "Files uploaded next are for", add: "Add papers", drop: "Drop files here, or choose files", none: "No papers yet.", formats: "PDF, Word, Excel, PowerPoint, pictures; several at once", waiting: "Waiting to be uploaded", uploading: (share: string, sent: string, all: string) => `Uploading ${share} (${sent} of ${all})`, held: "No connection; it goes on by itself when the network is back", checking: "Uploaded; the server is checking and converting…", cancelUpload: "Cancel",
      left: (sent: string, all: string) => `Unfinished upload: the server has ${sent} of ${all}. Choose this file again to go on.`, chooseAgain: "Choose the file again", dropLeft: "Drop", unreadable: (name: string) => `The file “${name}” can no longer be read (it was changed, moved or deleted). Please choose it again.`, preparing: (done: number, total: number) => `Preparing page ${done}/${total}`, preparingSome: "Preparing pages…", ready: "Ready",
      failed: (pages: string) => `Page ${pages} cannot be shown; the original file still opens.`, dismiss: "Remove", retry: "Send again", another: "Choose another file",
      access: "Who may read", accessName: { EVERYONE: "All delegates", MEMBERS: "Members", NAMED: "Named people" }, readings: "Who has opened it", readingsOff: "This body has not chosen to keep who opens papers; the administrator turns it on under Bodies.", openedBy: (n: number, all: number) => `Opened by ${n} of ${all}`, notOpened: (n: number) => `${n} have not opened it`, reader: "Reader", firstOpened: "First opened", lastOpened: "Last opened", pagesSeen: "Pages seen", handling: "What may be done with it", handlingName: { FREE: "May be downloaded, printed", VIEW_ONLY: "View only", MARKED: "View only, with reader's name" }, whatHandling: (title: string) => `Change how “${title}” may be used`, named: (n: number) => (n === 1 ? "1 person" : `${n} people`), chooseReaders: "Choose the readers", open: "View", rename: "Rename", renameTitle: "Title of the paper", moveTo: "On item", replace: "Replace", withdraw: "Withdraw", withdrawTitle: "Withdraw the paper?", withdrawText: (title: string) => `“${title}” closes on every device. Its content is kept on file.`, withdrawn: "Withdrawn", superseded: "A newer version exists",
      whatAdd: "Add papers", whatAccess: (title: string) => `Change who may read “${title}”`, whatEdit: (title: string) => `Edit the paper “${title}”`, whatReplace: (title: string) => `Replace “${title}”`,
      tooBig: (name: string, most: string) => `The file “${name}” is larger than ${most}.`,
    },
    report: {
      title: "What was found in the file", short: (n: number) => (n === 0 ? "File checked, nothing to note" : n === 1 ? "File checked: 1 remark" : `File checked: ${n} remarks`), broken: "A signature does not hold", others: (n: number) => `(${n} more under “File checked”.)`, file: "File name", weight: "Pages and size", sizes: "Paper sizes", nothing: "There is nothing to note.", source: "Download the uploaded file",
      size: (name: string, n: number, pages: string, several: boolean) => (several ? `${name}: ${n} pages (page ${pages})` : `${name}: ${n} pages`),
    },
    assign: {
      title: "Lay the papers on their items", text: "Each file is laid by its name. Please check the item, who may read it and what may be done with it before they are uploaded.", doubts: (n: number) => (n === 1 ? "It is not certain where 1 file belongs." : `It is not certain where ${n} files belong.`), doubtful: "not certain, please check", none: "— Do not upload —", item: (name: string) => `Item of the file “${name}”`, act: (n: number) => (n === 1 ? "Upload 1 file" : `Upload ${n} files`), many: "Upload papers for the whole agenda", all: "For every file", rest: (n: number) => (n === 1 ? "1 file without an item is not uploaded." : `${n} files without an item are not uploaded.`),
    },
    making: {
      checking: (n: number) => (n === 1 ? "1 file being checked" : `${n} files being checked`), pages: (n: number, done: number, total: number) => `${n === 1 ? "1 paper" : `${n} papers`} being prepared (page ${done}/${total})`, papers: (n: number) => `${n === 1 ? "1 paper" : `${n} papers`} being prepared`, reading: (n: number) => `${n === 1 ? "1 paper" : `${n} papers`} being indexed for search`, all: (what: string) => `Whole meeting: ${what}.`,
    },
    votes: { title: "Prepared votes", none: "No vote prepared on this item." },
    template: {
      title: "Template", is: "New meetings of the body can start from this one's agenda, participants and prepared votes.", isNot: "Every secretary and chair of the body will be able to start a new meeting from this one's agenda, participants and prepared votes.",
      now: (title: string) => `The template now: “${title}”.`, name: "Make it the template", drop: "No longer the template",
    },
    issue: {
      title: "Issue", ready: "Ready to be issued", notReady: "Not ready yet", act: "Issue the meeting", askTitle: "Issue the meeting?", askText: (n: number) => `${n} participants will see the agenda and the papers. From then on every change needs a reason and is recorded.`,
      issued: (when: string) => `Issued at ${when}`, cancel: "Cancel the meeting", cancelTitle: "Cancel this meeting?", cancelText: "Members will see that it is cancelled, and why.", cancelled: "The meeting is cancelled", revisions: "Changes after issue", noRevisions: "No changes yet.", tookBack: (title: string, why: string) => `Paper “${title}” withdrawn: ${why}`, aboutPaper: (title: string, why: string) => `Paper “${title}”: ${why}`, toLead: "Go and lead it",
      noItems: "The agenda has no items.", preparing: (title: string) => `“${title}” is being prepared.`, noPapers: (n: string) => `Item ${n} has no papers.`, broken: (title: string) => `“${title}” has a signature that does not hold: its file was changed after it was signed.`, failedPages: (title: string, pages: string) => `“${title}”: page ${pages} cannot be shown.`, noVote: (n: string) => `Item ${n} is for decision but has no vote prepared.`, overlong: (n: number) => `The plan is ${n} min longer than the meeting.`, noRoom: "No room is given.", must: "Needed", should: "Worth a look", total: (n: number) => `${n} minutes planned in all`, readingTime: (pages: number, hours: string) => `${pages} pages of papers, about ${hours} to read`,
    },
  },
);
