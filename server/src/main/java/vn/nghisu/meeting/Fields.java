package vn.nghisu.meeting;

/** Names of what people enter, for refusals. */
public final class Fields {
    public static final Text TITLE = new Text("tiêu đề", "the title");
    public static final Text REASON = new Text("lý do", "the reason");
    public static final Text QUESTION = new Text("nội dung biểu quyết", "the question");
    public static final Text NAME = new Text("họ và tên", "the name");
    public static final Text POST = new Text("chức vụ", "the post");
    public static final Text UNIT = new Text("đơn vị", "the unit");
    public static final Text ROOM = new Text("địa điểm", "the place");
    public static final Text PRESENTER = new Text("người trình bày", "the presenter");
    public static final Text ABOUT = new Text("nội dung phát biểu", "the line of content");
    public static final Text CONCLUSION = new Text("kết luận", "the conclusion");
    public static final Text MINUTES = new Text("số phút", "the number of minutes");
    public static final Text SECONDS = new Text("số giây", "the number of seconds");
    public static final Text OPINION = new Text("ý kiến khác", "the opinion");
    public static final Text OPTION = new Text("phương án hoặc họ tên", "the option or name");
    public static final Text CHOICES = new Text("số phương án được chọn", "the number of choices");
    public static final Text SEATS = new Text("số người cần bầu", "the number of seats");
    public static final Text TURNS = new Text("số lượt phát biểu", "the number of turns");
    public static final Text WRITTEN_OPINION = new Text("ý kiến bằng văn bản", "the opinion in writing");
    public static final Text VOTES = new Text("số phiếu của một người", "the number of votes");
    public static final Text FILE_NAME = new Text("tên tệp", "the file name");
    public static final Text SEAT_LABEL = new Text("tên chỗ ngồi", "the seat's label");
    public static final Text SEAT_PLACE = new Text("vị trí của chỗ ngồi", "the place of a seat");
    public static final Text TASK = new Text("tên nhiệm vụ", "the task's title");
    public static final Text TASK_CONTENT = new Text("nội dung nhiệm vụ", "the task's content");
    public static final Text LEAD_UNIT = new Text("đơn vị chủ trì", "the lead unit");
    public static final Text COORDINATING_UNIT = new Text("đơn vị phối hợp", "the coordinating unit");
    public static final Text HANDLER = new Text("người báo cáo", "the person who reports");
    public static final Text DIRECTOR = new Text("lãnh đạo chỉ đạo", "the director");
    public static final Text MONITOR = new Text("chuyên viên theo dõi", "the monitor");
    public static final Text PERCENT = new Text("tỷ lệ hoàn thành", "the percentage");
    public static final Text REPORT = new Text("nội dung báo cáo", "the report");
    public static final Text DECISION = new Text("ý kiến của người quyết định", "the words of the decision");

    public static final Text MINUTES_TEXT = new Text("phần văn bản này của biên bản", "this text of the minutes");
    public static final Text COMMENT = new Text("góp ý", "the comment");

    private Fields() {}
}
