package vn.nghisu.minutes.layout;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines, each as full as it can be. */
final class Breaker {
    private final Faces faces;

    Breaker(Faces faces) {
        this.faces = faces;
    }

    /** At least one line, which may be empty. */
    List<Line> lines(List<Run> runs, float size, float width, float firstIndent) {
        return lines(words(runs, size, width - firstIndent), width, firstIndent);
    }

    /** As few lines as {@link #lines}, but of about equal length, for centred text. */
    List<Line> balanced(List<Run> runs, float size, float width) {
        List<Line.Word> words = words(runs, size, width);
        List<Line> best = lines(words, width, 0);
        float low = width / best.size() / 2;
        float high = width;
        while (high - low > 2) {
            float middle = (low + high) / 2;
            List<Line> narrower = lines(words, middle, 0);
            if (narrower.size() > best.size() || narrower.stream().anyMatch(line -> line.width() > middle)) {
                low = middle;
            } else {
                best = narrower;
                high = middle;
            }
        }
        return best;
    }

    private static List<Line> lines(List<Line.Word> words, float width, float firstIndent) {
        List<Line> lines = new ArrayList<>();
        List<Line.Word> line = new ArrayList<>();
        float indent = firstIndent;
        float natural = 0;
        float gap = 0;
        for (Line.Word word : words) {
            if (!line.isEmpty() && indent + natural + gap + word.width() > width) {
                lines.add(new Line(List.copyOf(line), indent, natural, false));
                line.clear();
                indent = 0;
                natural = 0;
                gap = 0;
            }
            line.add(word);
            natural += gap + word.width();
            gap = word.blankWidth();
            if (word.breaksAfter()) {
                lines.add(new Line(List.copyOf(line), indent, natural, true));
                line.clear();
                indent = 0;
                natural = 0;
                gap = 0;
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(new Line(List.copyOf(line), indent, natural, true));
        }
        return lines;
    }

    /** Cuts runs into words, and words that are wider than a line into pieces. */
    private List<Line.Word> words(List<Run> runs, float size, float widest) {
        Cutter cutter = new Cutter(widest);
        for (Run run : runs) {
            Style style = new Style(Face.of(run.bold(), run.italic()), size, run.underline());
            StringBuilder part = new StringBuilder();
            float partWidth = 0;
            for (int character : faces.printable(run.text(), style.face()).codePoints().toArray()) {
                if (character == ' ' || character == '\n') {
                    cutter.part(part, style);
                    cutter.blank(style, character == '\n');
                    partWidth = 0;
                } else {
                    float width = faces.width(Character.toString(character), style.face(), size);
                    if (cutter.width + partWidth + width > widest) {
                        cutter.part(part, style);
                        cutter.cut();
                        partWidth = 0;
                    }
                    part.appendCodePoint(character);
                    partWidth += width;
                }
            }
            cutter.part(part, style);
        }
        cutter.cut();
        return cutter.words;
    }

    private final class Cutter {
        private final float widest;
        private final List<Line.Word> words = new ArrayList<>();
        private final List<Line.Part> parts = new ArrayList<>();
        private float width;

        Cutter(float widest) {
            this.widest = widest;
        }

        void part(StringBuilder text, Style style) {
            if (text.length() > 0) {
                float partWidth = faces.width(text.toString(), style.face(), style.size());
                parts.add(new Line.Part(text.toString(), style, partWidth));
                width += partWidth;
                text.setLength(0);
            }
        }

        void blank(Style style, boolean breaks) {
            if (!parts.isEmpty() || breaks) {
                add(style, faces.width(" ", style.face(), style.size()), breaks);
            } else if (!words.isEmpty() && words.get(words.size() - 1).blank() == null) {
                Line.Word last = words.remove(words.size() - 1);
                words.add(new Line.Word(last.parts(), last.width(), style, faces.width(" ", style.face(), style.size()), last.breaksAfter()));
            }
        }

        void cut() {
            if (!parts.isEmpty()) {
                add(null, 0, false);
            }
        }

        private void add(Style blank, float blankWidth, boolean breaks) {
            words.add(new Line.Word(List.copyOf(parts), width, blank, blankWidth, breaks));
            parts.clear();
            width = 0;
        }
    }
}
