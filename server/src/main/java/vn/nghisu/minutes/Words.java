package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nghisu.meeting.floor.Beyond;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.minutes.MinutesDraft.Person;
import vn.nghisu.minutes.layout.Run;

/** Turns of phrase that the parts of the minutes share. */
final class Words {
    private Words() {}

    static String kind(SpeechKind kind) {
        return switch (kind) {
            case POINT_OF_ORDER -> "ý kiến về thủ tục";
            case REPLY -> "trả lời";
            case QUESTION -> "chất vấn";
            case DISCUSSION -> "phát biểu";
        };
    }

    /** What the chair let go beyond the rules, behind a speech. */
    static String beyond(Beyond beyond) {
        return switch (beyond) {
            case TURNS -> " (chủ trì cho phát biểu thêm ngoài số lượt quy định)";
            case ITEM_TIME -> " (chủ trì cho phát biểu thêm khi đã hết thời gian thảo luận nội dung)";
            case LENGTH -> " (chủ trì cho phát biểu lâu hơn thời gian quy định)";
        };
    }

    static String mode(Mode mode) {
        return switch (mode) {
            case OPEN -> "biểu quyết công khai";
            case UNNAMED -> "biểu quyết không ghi tên";
            case SECRET -> "bỏ phiếu kín";
        };
    }

    /** "hơn 1/2 tổng số thành viên; ngang phiếu thì theo ý kiến của chủ trì" */
    static String majority(MajorityRule rule) {
        String base = switch (rule.base()) {
            case ALL_MEMBERS -> "tổng số thành viên có quyền biểu quyết";
            case PRESENT -> "số thành viên có mặt";
            case CAST -> "số phiếu nhận được";
            case CAST_WITHOUT_ABSTENTIONS -> "số phiếu không kể không biểu quyết và phiếu trắng";
        };
        String tie = switch (rule.tie()) {
            case CHAIR_DECIDES -> "ngang phiếu thì theo ý kiến của chủ trì";
            case CHAIR_DECIDES_IF_EVEN -> "số tán thành và không tán thành ngang nhau thì theo ý kiến của chủ trì";
            case FALLS -> "ngang phiếu thì không thông qua";
            case VOTE_AGAIN -> "ngang phiếu thì biểu quyết lại";
        };
        return (rule.strict() ? "hơn " : "ít nhất ") + rule.numerator() + "/" + rule.denominator() + " " + base + "; " + tie;
    }

    /** "Nguyễn Văn A, Giám đốc Sở X" */
    static String named(Person person) {
        return person.shownPost().isBlank() ? person.name() : person.name() + ", " + person.shownPost();
    }

    /** Entries of a list end with ";", the last one with ".". */
    static List<List<Run>> ended(List<String> entries) {
        List<List<Run>> items = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            items.add(List.of(Run.of(unstopped(entries.get(i)) + (i < entries.size() - 1 ? ";" : "."))));
        }
        return items;
    }

    /** Without the full stop or semicolon that somebody typed. */
    static String unstopped(String text) {
        return text.strip().replaceFirst("[.;]+$", "");
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static List<Run> cell(String text) {
        return List.of(Run.of(text));
    }
}
