import { texts } from "../shared/texts.ts";

export const app = texts(
  {
    meetings: "Lịch họp", admin: "Quản trị", signOut: "Đăng xuất", furtherPages: "Thêm", skip: "Đến nội dung chính", notFound: "Không có trang này.",
    signIn: {
      title: "Đăng nhập", lead: "Phòng họp không giấy", name: "Tên đăng nhập", password: "Mật khẩu", act: "Đăng nhập", working: "Đang đăng nhập…",
      note: "Đại biểu dự họp đăng nhập trên máy tính bảng bằng mã QR do thư ký cấp.",
    },
    setup: {
      title: "Thiết lập lần đầu", lead: "Máy chủ chưa có người dùng. Người lập đầu tiên là quản trị hệ thống và thư ký của cơ quan họp.",
      token: "Mã thiết lập", tokenHint: "Mã này do máy chủ in ra khi khởi động.", you: "Quản trị hệ thống", name: "Họ và tên", signInName: "Tên đăng nhập",
      signInHint: "Chữ thường không dấu, chữ số, dấu chấm.", password: "Mật khẩu", passwordHint: "Từ 10 ký tự.", again: "Nhập lại mật khẩu", differ: "Hai mật khẩu không giống nhau.",
      body: "Cơ quan họp", bodyName: "Tên cơ quan, ban, hội đồng", bodyExample: "Ban Chỉ đạo xây dựng Chính quyền điện tử tỉnh", parent: "Cơ quan cấp trên", parentExample: "Ủy ban nhân dân tỉnh",
      place: "Địa danh", placeExample: "Đắk Lắk", placeHint: "Dùng cho dòng ngày tháng trên văn bản.", act: "Thiết lập và bắt đầu",
    },
    list: {
      title: "Lịch họp", hello: (name: string) => `Chào đồng chí ${name}`, today: "Hôm nay", tomorrow: "Ngày mai", now: "Đang diễn ra", coming: "Sắp tới", past: "Đã qua", drafts: "Bản nháp",
      firstPeople: "Thêm người dùng", firstBodies: "Lập danh sách thành viên, chủ trì, thư ký", noneToday: "Hôm nay không có phiên họp nào.", none: "Chưa có phiên họp nào.", noneHint: "Tạo phiên họp đầu tiên: chọn cơ quan họp, đặt tên, giờ; thành phần tham dự lấy sẵn từ danh sách thành viên.",
      add: "Tạo phiên họp", item: (item: string) => `Đang họp nội dung: ${item}`, inDays: (n: number) => `còn ${n} ngày`, more: "Xem các phiên họp cũ hơn", template: "Phiên họp mẫu", changesAsked: (reason: string) => `Chủ trì đề nghị sửa biên bản: ${reason}`,
    },
    add: {
      title: "Tạo phiên họp", body: "Cơ quan họp", name: "Tên phiên họp", nameExample: "Phiên họp sơ kết 6 tháng đầu năm", kind: "Loại phiên họp", room: "Phòng họp", starts: "Bắt đầu", ends: "Kết thúc",
      act: "Tạo bản nháp", note: "Chỉ thư ký và chủ trì thấy bản nháp, cho đến khi phát hành.", noChair: "Danh sách thành viên của cơ quan họp cần một chủ trì và một thư ký; quản trị hệ thống thêm ở phần Quản trị, Cơ quan họp.", badTime: "Giờ kết thúc phải sau giờ bắt đầu.", noBody: "Đồng chí chưa là thư ký hay chủ trì của cơ quan họp nào. Xin quản trị hệ thống thêm vào danh sách thành viên.",
      fill: "Cần điền tên phiên họp, giờ bắt đầu và giờ kết thúc.",
      from: "Bắt đầu từ", way: { blank: "Trang trắng", template: "Mẫu của cơ quan", earlier: "Phiên họp trước" }, which: "Phiên họp trước",
      comes: (items: number, motions: number, people: number) => `Lấy sẵn ${items} nội dung, ${motions} biểu quyết dự kiến và ${people}\u00a0người dự họp. Tài liệu, giờ họp và diễn biến không lấy theo.`,
    },
  },
  {
    meetings: "Meetings", admin: "Administration", signOut: "Sign out", furtherPages: "More", skip: "Skip to the content", notFound: "There is no such page.",
    signIn: {
      title: "Sign in", lead: "The paperless meeting room", name: "Sign-in name", password: "Password", act: "Sign in", working: "Signing in…",
      note: "Delegates sign in on their tablets with a QR code given by the secretary.",
    },
    setup: {
      title: "First set-up", lead: "The server has no users yet. The first one becomes system administrator and secretary of the body.",
      token: "Set-up token", tokenHint: "The server prints it when it starts.", you: "System administrator", name: "Full name", signInName: "Sign-in name",
      signInHint: "Small letters, digits, dots.", password: "Password", passwordHint: "10 characters or more.", again: "Password again", differ: "The two passwords differ.",
      body: "The body that meets", bodyName: "Name of the committee, council or board", bodyExample: "Steering Committee on E-Government", parent: "Parent agency", parentExample: "Provincial People's Committee",
      place: "Place", placeExample: "Đắk Lắk", placeHint: "Printed before the date on official papers.", act: "Set up and begin",
    },
    list: {
      title: "Meetings", hello: (name: string) => `Welcome, ${name}`, today: "Today", tomorrow: "Tomorrow", now: "Going on", coming: "Coming", past: "Past", drafts: "Drafts",
      firstPeople: "Add people", firstBodies: "Name the members, the chair, the secretary", noneToday: "No meeting today.", none: "No meetings yet.", noneHint: "Make the first one: choose the body, a title and the time; the participants come from its list of members.",
      add: "New meeting", item: (item: string) => `Item in hand: ${item}`, inDays: (n: number) => (n === 1 ? "in 1 day" : `in ${n} days`), more: "Older meetings", template: "The body's template", changesAsked: (reason: string) => `The chair asks for changes in the minutes: ${reason}`,
    },
    add: {
      title: "New meeting", body: "Body", name: "Title", nameExample: "Six-month review", kind: "Kind", room: "Room", starts: "Starts", ends: "Ends",
      act: "Make a draft", note: "Only the secretary and the chair see a draft until it is issued.", noChair: "The list of the body's members needs a chair and a secretary; the administrator adds them under Administration, Bodies.", badTime: "It must end after it starts.", noBody: "You are not a secretary or chair of any body. Ask the system administrator to add you to its members.",
      fill: "Title, start and end are needed.",
      from: "Start from", way: { blank: "A blank page", template: "The body's template", earlier: "An earlier meeting" }, which: "Earlier meeting",
      comes: (items: number, motions: number, people: number) => `Comes along: ${items === 1 ? "1 item" : `${items} items`}, ${motions === 1 ? "1 prepared vote" : `${motions} prepared votes`} and ${people === 1 ? "1 person" : `${people} people`}. Papers, times and what happened do not.`,
    },
  },
);
