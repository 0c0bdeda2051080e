package vn.nghisu.signing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.pdfbox.cos.COSObjectKey;

/** Reads the tokens of a part of a PDF file (ISO 32000-2, 7.2) without mending anything: what stands where, and whether a dictionary has a key twice. */
final class PdfTokens {
    /** An object that stands in the file itself. @param end after its last word; where it begins, as long as it is read */
    record Placed(COSObjectKey key, int at, int end) {}

    /**
     * One incremental update.
     *
     * @param start what its {@code startxref} says
     * @param table where its table of cross-references begins; none where a stream holds them
     * @param previous as the trailer says
     * @param end after its end mark and the line ends there
     */
    record Revision(List<Placed> objects, Optional<Integer> table, Optional<Long> previous, long start, int end) {}

    private static final String END = "%%EOF";
    private static final int NUMBER_LETTERS = 12;
    private static final int DEPTH_MAX = 500;

    private final byte[] pdf;
    private final int to;
    private final ToLongFunction<Placed> lengths;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<Placed> objects = new ArrayList<>();
    private final Deque<Word> numbers = new ArrayDeque<>();
    private Optional<Integer> table = Optional.empty();
    private Optional<Long> previous = Optional.empty();
    private Optional<Long> start = Optional.empty();
    private boolean inTrailer;
    private boolean plain = true;
    private int at;

    private record Word(String text, int at) {}

    /** An open array or dictionary; of a dictionary, its keys and whether the next name is one. */
    private static final class Frame {
        private final boolean dictionary;
        private final Set<String> keys = new HashSet<>();
        private String key = "";
        private boolean wantsValue;

        private Frame(boolean dictionary) {
            this.dictionary = dictionary;
        }
    }

    /** @param lengths of the data of streams; negative for what is none */
    PdfTokens(byte[] pdf, int from, int to, ToLongFunction<Placed> lengths) {
        this.pdf = pdf;
        this.to = to;
        this.lengths = lengths;
        this.at = from;
    }

    static Optional<Long> number(byte[] pdf, int from, int to) {
        int i = from;
        while (i < to && isSpace(pdf[i])) {
            i++;
        }
        int begin = i;
        while (i < to && pdf[i] >= '0' && pdf[i] <= '9') {
            i++;
        }
        return i == begin || i - begin > NUMBER_LETTERS ? Optional.empty() : Optional.of(Long.parseLong(new String(pdf, begin, i - begin, StandardCharsets.US_ASCII)));
    }

    /** Whether all of it can be read, and no dictionary has a key twice. */
    boolean isPlain() {
        while (plain && at < to) {
            step();
        }
        return plain && frames.isEmpty();
    }

    /** The update that begins here, to its end mark. Empty when it is not plain or does not end. */
    Optional<Revision> revision() {
        while (plain && at < to) {
            if (pdf[at] == '%' && start.isPresent() && starts(END)) {
                at += END.length();
                while (at < to && (pdf[at] == '\r' || pdf[at] == '\n')) {
                    at++;
                }
                return frames.isEmpty() && objects.stream().allMatch(placed -> placed.end > placed.at) ? Optional.of(new Revision(List.copyOf(objects), table, previous, start.get(), at)) : Optional.empty();
            }
            step();
        }
        return Optional.empty();
    }

    private void lineEnd() {
        if (at < to && pdf[at] == '\r') {
            at++;
        }
        if (at < to && pdf[at] == '\n') {
            at++;
        }
    }

    private void step() {
        byte letter = pdf[at];
        if (isSpace(letter)) {
            at++;
        } else if (letter == '%') {
            plain &= !starts(END); // one without a startxref before it
            while (at < to && pdf[at] != '\n' && pdf[at] != '\r') {
                at++;
            }
        } else if (letter == '(') {
            string();
            value();
        } else if (letter == '<' && at + 1 < to && pdf[at + 1] == '<') {
            at += 2;
            open(true);
        } else if (letter == '<') {
            while (at < to && pdf[at] != '>') {
                at++;
            }
            at++;
            value();
        } else if (letter == '>' && at + 1 < to && pdf[at + 1] == '>') {
            at += 2;
            close(true);
        } else if (letter == '[' || letter == ']') {
            at++;
            if (letter == '[') {
                open(false);
            } else {
                close(false);
            }
        } else if (letter == '/') {
            at++;
            name(word());
        } else if (isDelimiter(letter)) {
            plain = false;
        } else {
            int begin = at;
            regular(new Word(word(), begin));
        }
    }

    private void open(boolean dictionary) {
        numbers.clear();
        frames.push(new Frame(dictionary));
        plain &= frames.size() <= DEPTH_MAX;
    }

    private void close(boolean dictionary) {
        plain &= !frames.isEmpty() && frames.peek().dictionary == dictionary && !frames.peek().wantsValue;
        if (plain) {
            frames.pop();
            value();
        }
    }

    /** A whole value ends here, or goes on as a reference does. */
    private void value() {
        if (!frames.isEmpty() && frames.peek().dictionary) {
            frames.peek().wantsValue = false;
        }
        numbers.clear();
    }

    private void name(String raw) {
        Frame frame = frames.peek();
        if (frame == null || !frame.dictionary || frame.wantsValue) {
            value();
            return;
        }
        frame.key = unescaped(raw);
        frame.wantsValue = true;
        plain &= frame.keys.add(frame.key);
    }

    private void regular(Word word) {
        if (!frames.isEmpty()) {
            Frame frame = frames.peek();
            if (inTrailer && frames.size() == 1 && frame.dictionary && frame.wantsValue && frame.key.equals("Prev")) {
                previous = number(pdf, word.at, to);
            }
            plain &= !(inTrailer && frames.size() == 1 && frame.key.equals("XRefStm"));
            frame.wantsValue = false;
            return;
        }
        switch (word.text) {
            case "obj" -> object();
            case "stream" -> stream();
            case "xref" -> {
                plain &= table.isEmpty() && start.isEmpty();
                table = Optional.of(word.at);
                numbers.clear();
            }
            case "trailer" -> inTrailer = true;
            case "startxref" -> {
                plain &= start.isEmpty();
                start = number(pdf, at, to);
                plain &= start.isPresent();
                numbers.clear();
            }
            case "endobj" -> ended();
            case "endstream" -> numbers.clear();
            default -> {
                numbers.addLast(word);
                if (numbers.size() > 2) {
                    numbers.removeFirst();
                }
            }
        }
    }

    private void object() {
        plain &= numbers.size() == 2 && numbers.stream().allMatch(word -> word.text.matches("\\d{1,9}")) && start.isEmpty();
        if (plain) {
            objects.add(new Placed(new COSObjectKey(Long.parseLong(numbers.getFirst().text), Integer.parseInt(numbers.getLast().text)), numbers.getFirst().at, numbers.getFirst().at));
        }
        numbers.clear();
    }

    private void ended() {
        numbers.clear();
        plain &= !objects.isEmpty();
        if (plain) {
            Placed open = objects.remove(objects.size() - 1);
            plain &= open.end == open.at;
            objects.add(new Placed(open.key, open.at, at));
        }
    }

    private void stream() {
        long length = objects.isEmpty() ? -1 : lengths.applyAsLong(objects.get(objects.size() - 1));
        lineEnd();
        if (length < 0 || at + length > to) {
            plain = false;
            return;
        }
        at += (int) length;
        while (at < to && isSpace(pdf[at])) {
            at++;
        }
        plain &= starts("endstream");
    }

    private void string() {
        int depth = 0;
        do {
            if (pdf[at] == '\\') {
                at++;
            } else if (pdf[at] == '(') {
                depth++;
            } else if (pdf[at] == ')') {
                depth--;
            }
            at++;
        } while (depth > 0 && at < to);
        plain &= depth == 0;
    }

    private String word() {
        int begin = at;
        while (at < to && !isSpace(pdf[at]) && !isDelimiter(pdf[at])) {
            at++;
        }
        return new String(pdf, begin, at - begin, StandardCharsets.ISO_8859_1);
    }

    /** "#41" in a name is an A. */
    private static String unescaped(String raw) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            boolean escaped = raw.charAt(i) == '#' && i + 2 < raw.length() && Character.digit(raw.charAt(i + 1), 16) >= 0 && Character.digit(raw.charAt(i + 2), 16) >= 0;
            name.append(escaped ? (char) Integer.parseInt(raw.substring(i + 1, i + 3), 16) : raw.charAt(i));
            i += escaped ? 2 : 0;
        }
        return name.toString();
    }

    private boolean starts(String with) {
        byte[] bytes = with.getBytes(StandardCharsets.US_ASCII);
        return at + bytes.length <= to && Arrays.equals(pdf, at, at + bytes.length, bytes, 0, bytes.length);
    }

    private static boolean isSpace(byte letter) {
        return letter == 0 || letter == '\t' || letter == '\n' || letter == '\f' || letter == '\r' || letter == ' ';
    }

    private static boolean isDelimiter(byte letter) {
        return "()<>[]{}/%".indexOf(letter) >= 0;
    }
}
