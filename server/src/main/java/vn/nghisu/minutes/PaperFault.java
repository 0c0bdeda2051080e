package vn.nghisu.minutes;

import vn.nghisu.meeting.Text;

/** Why an official paper is not made, in a sentence that says what to do; {@code {0}} is a gap. */
public enum PaperFault {
    NO_SESSION("Phiếu lấy ý kiến không có phiên họp nên không lập được văn bản loại này.", "An opinion form has no session, so this kind of paper can't be made of it."),
    MEETING_CANCELLED("Phiên họp đã bị hủy nên không lập giấy mời.", "The meeting is cancelled, so there is no invitation to it."),
    NO_CONCLUSIONS("Phiên họp chưa có kết luận và nhiệm vụ nào để thông báo; hãy ghi kết luận trước.", "The meeting has no conclusion and no task to give notice of; record the conclusions first."),
    NO_SUCH_ITEM("Không tìm thấy nội dung này trong chương trình phiên họp; hãy chọn lại.", "This item was not found on the agenda; please choose again."),
    NOTHING_PASSED("Nội dung này chưa có biểu quyết nào được thông qua nên chưa lập được nghị quyết.", "No vote on this item has passed, so there is nothing to resolve."),
    NO_SUCH_VOTE("Không tìm thấy biểu quyết này trong phiên họp; hãy chọn lại.", "This vote was not found in the meeting; please choose again."),
    VOTE_NOT_CLOSED("Biểu quyết này chưa có kết quả; hãy kết thúc biểu quyết trước.", "This vote has no result yet; close it first."),
    VOTE_CANCELLED("Biểu quyết này đã bị hủy nên không có kết quả để lập biên bản.", "This vote was cancelled, so there is no result to record."),
    NO_OPINIONS("Chưa có ý kiến nào để tổng hợp; hãy lưu bản tổng hợp hoặc đợi ý kiến gửi đến.", "There are no opinions to report; save the compilation or wait for opinions to come in."),
    TOO_MANY_RECIPIENTS("Nơi nhận có quá {0} dòng; hãy gộp bớt.", "The recipients have more than {0} lines; please put some together."),
    TOO_MANY_CAPACITY_LINES("Chức vụ của người ký có quá {0} dòng; hãy rút gọn.", "The capacity of who signs has more than {0} lines; please shorten it."),
    WORDS_TOO_LONG("Tên cơ quan, địa danh, người ký, ký hiệu hoặc nơi nhận dài quá {0} ký tự; hãy rút gọn.",
            "The agency, place, signatory, notation or a recipient is longer than {0} characters; please shorten it."),
    CAPACITY_MISSING("{0} không phải là chủ trì; hãy ghi quyền hạn, chức vụ của người ký.", "{0} is not the chair; please write the capacity of who signs."),
    NO_PLACE_TO_SIGN("Văn bản này không có chỗ ký nên không phát hành được; hãy sửa mẫu văn bản.", "This paper has no place for a signature and could never be issued; please correct its template."),
    NUMBER_OF_ANOTHER_PAPER("Mã văn bản này đã nhận số của loại hoặc năm khác; hãy tải lại trang rồi lập lại.", "This paper's id has taken a number of another kind or year; please load the page anew and make it again."),
    TEMPLATE_TOO_LARGE("Mẫu văn bản lớn hơn {0} KB; hãy rút gọn.", "The template is larger than {0} KB; please shorten it."),
    TEMPLATE_TOO_MANY_LINES("Mẫu văn bản có quá {0} dòng; hãy rút gọn.", "The template has more than {0} lines; please shorten it."),
    TEMPLATE_NOT_TEXT("Tệp này không phải tệp chữ nên không làm mẫu được (bản Word, PDF hay ảnh không dùng được). Hãy tải mẫu có sẵn, sửa bằng trình soạn thảo văn bản thường, lưu dạng .txt mã UTF-8 rồi đưa lên.",
            "This file is no plain text and can't be a template (Word, PDF and pictures can't). Download the built-in template, change it with a plain text editor, save it as .txt in UTF-8 and bring that."),
    TEMPLATE_TAG("Dòng {0} của mẫu: “{1}” không đúng cách viết. Viết như {{room}}; quanh một phần: {{#chair}}...{{/chair}} khi có giá trị, {{^chair}}...{{/chair}} khi không có; ghi chú: {{! ... }}. Mỗi thẻ mở và đóng ngoặc trên cùng một dòng.",
            "Line {0} of the template: “{1}” is not a tag. Write {{room}}; around a section {{#chair}}...{{/chair}} where there is a value, {{^chair}}...{{/chair}} where there is none; a remark {{! ... }}. Each opens and closes its braces on one line."),
    TEMPLATE_NAME_LETTERS("Dòng {0} của mẫu: không có tên “{1}”. Mọi tên đều viết liền bằng chữ cái không dấu, như {{room}}; hãy chọn trong “Tên dùng được” của mẫu này.",
            "Line {0} of the template: there is no name “{1}”. All names are one word of plain letters, such as {{room}}; please choose one of “Names to use” of this template."),
    TEMPLATE_NAME("Dòng {0} của mẫu: văn bản loại này không có tên “{1}”; hãy chọn trong “Tên dùng được” của mẫu này.", "Line {0} of the template: this kind of paper has no name “{1}”; please choose one of “Names to use” of this template."),
    TEMPLATE_LIST("Dòng {0} của mẫu: “{1}” là một danh sách; hãy viết {{#{1}}} trước và {{/{1}}} sau phần nói về từng mục.", "Line {0} of the template: “{1}” is a list; write {{#{1}}} and {{/{1}}} around what is said of each entry."),
    TEMPLATE_LIST_HERE("Dòng {0} của mẫu: danh sách “{1}” không dùng được bên trong một danh sách khác.", "Line {0} of the template: the list “{1}” can't be used inside another list."),
    TEMPLATE_SECTION_OPEN("Dòng {0} của mẫu: phần {{#{1}}} mở ra nhưng không đóng lại.", "Line {0} of the template: the section {{#{1}}} is opened and never closed."),
    TEMPLATE_SECTION_END("Dòng {0} của mẫu: {{/{1}}} không đóng phần nào đang mở.", "Line {0} of the template: {{/{1}}} does not close the section that is open."),
    TEMPLATE_TOO_DEEP("Dòng {0} của mẫu: các phần lồng nhau quá {1} cấp.", "Line {0} of the template: sections are nested more than {1} deep."),
    TEMPLATE_COMMAND("Dòng {0} của mẫu: văn bản loại này không có lệnh “{1}”; các lệnh của nó ở “Tên dùng được” của mẫu này.", "Line {0} of the template: this kind of paper has no command “{1}”; its commands stand in “Names to use” of this template."),
    TEMPLATE_ONCE("Dòng {0} của mẫu: mẫu chỉ được có một dòng {1}.", "Line {0} of the template: there may be only one line with {1}."),
    TEMPLATE_LACKS("Dòng {0} của mẫu là dòng cuối mà mẫu chưa có dòng {1}; hãy thêm dòng đó, như trong mẫu có sẵn.", "Line {0} of the template is its last, and it has no line with {1}; please add it, as in the built-in template."),
    TEMPLATE_NOT_IN_SECTION("Dòng {0} của mẫu: {1} phải đứng riêng một dòng, ngoài mọi phần {{#tên}}, {{^tên}}.", "Line {0} of the template: {1} has to stand on a line of its own, outside every section {{#name}}, {{^name}}."),
    TEMPLATE_MAKES_TOO_MUCH("Mẫu tạo ra văn bản quá dài; hãy rút gọn mẫu.", "The template makes a paper that is too long; please shorten it.");

    private final Text text;

    PaperFault(String vi, String en) {
        this.text = new Text(vi, en);
    }

    public Text text() {
        return text;
    }
}
