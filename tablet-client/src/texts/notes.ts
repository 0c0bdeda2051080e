export const notes = {
  vi: {
    notesTitle: "Ghi chú",
    notesMine: "Ghi chú của tôi",
    statusNotes: "{n} ghi chú chưa gửi",
    notesWaiting: "{n} ghi chú đang chờ gửi. Ghi chú được giữ trên máy này và tự gửi khi có mạng.",
    notesRefused: "{n} ghi chú máy chủ chưa nhận. Đồng chí mở danh sách ghi chú để xem lý do.",
    notesOpen: "Mở ghi chú",
  },
  en: {
    notesTitle: "Notes",
    notesMine: "My notes",
    statusNotes: "{n} {n|note|notes} not sent",
    notesWaiting: "{n} {n|note is|notes are} waiting. They are kept on this device and sent when the network is back.",
    notesRefused: "{n} {n|note was|notes were} not taken by the server. Open the list of notes to see why.",
    notesOpen: "Open the notes",
  },
} as const;
