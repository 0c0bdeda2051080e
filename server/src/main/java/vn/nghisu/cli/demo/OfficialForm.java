package vn.nghisu.cli.demo;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import vn.nghisu.cli.demo.Typeface.Face;

/** The fixed parts of an official paper: head, title, signature; and a bar chart. */
final class OfficialForm {
    private static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    private final PaperSetter paper;

    OfficialForm(PaperSetter paper) {
        this.paper = paper;
    }

    /**
     * @param parent superior body, or empty
     * @param number "Số:      /BC-SKHCN", or empty
     * @param place "Lam Sơn, ngày … tháng … năm 2026"
     */
    record Head(String parent, String organ, String number, String place) {}

    void head(Head head) {
        paper.newPage();
        float leftAxis = paper.left() + paper.width() * 0.21f;
        float rightAxis = paper.left() + paper.width() * 0.72f;
        float top = paper.y() - 12;
        float left = top;
        if (!head.parent().isEmpty()) {
            left = lines(head.parent(), leftAxis, left, Face.REGULAR);
        }
        left = lines(head.organ(), leftAxis, left, Face.BOLD);
        paper.rule(leftAxis - 32, left + 9, leftAxis + 32, left + 9, 0.7f);
        paper.around(STATE, rightAxis, top, Face.BOLD, 12);
        paper.around(MOTTO, rightAxis, top - 16, Face.BOLD, 13);
        float motto = paper.textWidth(MOTTO, Face.BOLD, 13) / 2;
        paper.rule(rightAxis - motto, top - 20, rightAxis + motto, top - 20, 0.7f);
        float below = Math.min(left, top - 32) - 8;
        if (!head.number().isEmpty()) {
            paper.around(head.number(), leftAxis, below, Face.REGULAR, 13);
        }
        paper.around(head.place(), rightAxis, below, Face.ITALIC, 13);
        paper.down(paper.y() - below + 14);
    }

    private float lines(String text, float axis, float y, Face face) {
        float at = y;
        float room = paper.width() * 0.42f;
        float whole = paper.textWidth(text, face, 12);
        float even = whole > room ? Math.min(room, whole * 0.58f) : room; // two lines of about the same length
        for (String line : paper.wrap(text, face, 12, even, even)) {
            paper.around(line, axis, at, face, 12);
            at -= 15;
        }
        return at;
    }

    void title(String kind, String subject) {
        paper.down(6);
        paper.centred(kind, Face.BOLD, 14);
        paper.centred(subject, Face.BOLD, 14);
        float middle = paper.left() + paper.width() / 2;
        paper.rule(middle - 45, paper.y() - 6, middle + 45, paper.y() - 6, 0.7f);
        paper.down(20);
    }

    void addressee(String text) {
        paper.centred(text, Face.REGULAR, 14);
        paper.down(8);
    }

    void signature(List<String> recipients, List<String> capacity, String name) {
        paper.need(150);
        paper.down(12);
        float top = paper.y() - 14;
        float axis = paper.left() + paper.width() * 0.74f;
        paper.put("Nơi nhận:", paper.left(), top, Face.BOLD_ITALIC, 12);
        float at = top - 14;
        for (String recipient : recipients) {
            paper.put(recipient, paper.left(), at, Face.REGULAR, 11);
            at -= 13;
        }
        float side = top;
        for (String line : capacity) {
            paper.around(line, axis, side, Face.BOLD, 13);
            side -= 16;
        }
        paper.around(name, axis, side - 62, Face.BOLD, 14);
        paper.down(paper.y() - Math.min(at, side - 70));
    }

    /** Horizontal bars with their values, scaled to the largest. */
    void bars(String caption, String unit, Map<String, Double> values) {
        paper.need(60 + 20f * values.size());
        paper.down(6);
        paper.centred(caption, Face.BOLD, 12);
        paper.right(unit, Face.ITALIC, 11);
        paper.down(6);
        double most = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        float from = paper.left() + paper.width() * 0.40f;
        float full = paper.width() * 0.50f;
        for (Map.Entry<String, Double> bar : values.entrySet()) {
            paper.down(19);
            float long_ = (float) (full * bar.getValue() / most);
            paper.fill(from, paper.y() - 3, long_, 13, new Color(0x2B, 0x5C, 0x9E));
            paper.put(bar.getKey(), from - 6 - paper.textWidth(bar.getKey(), Face.REGULAR, 11), paper.y(), Face.REGULAR, 11);
            paper.put(Numbers.decimal(bar.getValue()), from + long_ + 5, paper.y(), Face.REGULAR, 11);
        }
        paper.rule(from, paper.y() - 6, from, paper.y() + 19f * values.size() - 2, 0.7f);
        paper.down(16);
    }
}
