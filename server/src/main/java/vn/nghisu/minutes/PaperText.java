package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Run;
import vn.nghisu.minutes.template.TemplateLine;

/** Turns the lines that a template has made into the blocks of a paper, with the frame and the parts where the template wants them. */
final class PaperText {
    private static final String FILE_COPY = "Lưu:";
    private static final String UNSIGNED = "(Chữ ký)";
    private static final String UNSIGNED_UNSEALED = "(Chữ ký, dấu/chữ ký số nếu có)";

    private final Frame frame;
    private final Map<String, Supplier<List<Block>>> parts;
    private final List<TemplateLine> lines;
    private final List<Block> blocks = new ArrayList<>();
    private int at;

    private PaperText(Frame frame, Map<String, Supplier<List<Block>>> parts, List<TemplateLine> lines) {
        this.frame = frame;
        this.parts = parts;
        this.lines = lines;
    }

    static List<Block> blocks(Frame frame, Map<String, Supplier<List<Block>>> parts, List<TemplateLine> lines) {
        PaperText text = new PaperText(frame, parts, lines);
        while (text.at < lines.size()) {
            text.next();
        }
        return List.copyOf(text.blocks);
    }

    private boolean isNext(String command) {
        return at < lines.size() && lines.get(at).is(command);
    }

    private void next() {
        TemplateLine line = lines.get(at++);
        switch (line.command()) {
            case "" -> blocks.add(new Block.Paragraph(line.runs(), line.text().endsWith(":") || isNext("sign") || isNext("two-signatures")));
            case "#", "##" -> blocks.add(new Block.Heading(line.command().length(), line.text()));
            case "-" -> blocks.add(Block.Listing.dashes(group(line).stream().map(TemplateLine::runs).toList()));
            case "|" -> table(group(line));
            case "header" -> blocks.add(Block.Header.of(frame.letterhead().parentAgency().filter(name -> !name.isBlank()), frame.letterhead().agency(), frame.number(),
                    Optional.of(line.text()).filter(text -> !text.isEmpty())));
            case "title" -> blocks.add(new Block.Title(line.cells().get(0).text(),
                    String.join(" | ", line.cells().stream().skip(1).map(TemplateLine::text).toList())));
            case "centre" -> blocks.add(new Block.Centred(line.runs()));
            case "sign" -> closing(isNext("recipients") ? recipients(lines.get(at++)) : List.of());
            case "two-signatures" -> signatures(line.cells());
            case "recipients" -> {
                if (isNext("sign")) {
                    at++;
                    closing(recipients(line));
                } else {
                    blocks.add(new Block.Recipients(recipients(line)));
                }
            }
            default -> blocks.addAll(parts.get(line.command()).get());
        }
    }

    /** This line and those after it that are of its kind. */
    private List<TemplateLine> group(TemplateLine first) {
        List<TemplateLine> group = new ArrayList<>(List.of(first));
        while (isNext(first.command())) {
            group.add(lines.get(at++));
        }
        return group;
    }

    private void closing(List<String> recipients) {
        blocks.add(new Block.Closing(recipients, frame.signatory().capacity(), UNSIGNED_UNSEALED, frame.signatory().name()));
    }

    private void signatures(List<TemplateLine> roles) {
        String right = roles.size() > 1 ? roles.get(1).text() : "";
        blocks.add(new Block.Signatures(new Block.Signatures.Signature(roles.get(0).text(), UNSIGNED, frame.secretary()),
                new Block.Signatures.Signature(right, UNSIGNED_UNSEALED, frame.signatory().name())));
    }

    /** Those of the order, however their lines end, or else those that the template names between semicolons; then the file copy, as the order has it or the usual one. */
    private List<String> recipients(TemplateLine usual) {
        List<String> names = frame.recipients().isEmpty()
                ? Arrays.stream(usual.text().split(";")).map(String::strip).filter(name -> !name.isEmpty()).toList()
                : frame.recipients().stream().map(name -> name.replaceAll("^[-\\s]+|[;.\\s]+$", "")).filter(name -> !name.isEmpty()).toList();
        List<String> printed = new ArrayList<>(names.stream().filter(name -> !name.startsWith(FILE_COPY)).map(name -> "- " + name + ";").toList());
        printed.add("- " + names.stream().filter(name -> name.startsWith(FILE_COPY)).findFirst().orElse(FILE_COPY + " VT, Hồ sơ") + ".");
        return printed;
    }

    /** The first line has the titles; columns get their width by what stands in them, and rows are cut or filled to as many cells. */
    private void table(List<TemplateLine> rows) {
        List<List<TemplateLine>> cells = rows.stream().map(TemplateLine::cells).toList();
        int count = cells.get(0).size();
        double[] letters = IntStream.range(0, count)
                .mapToDouble(i -> Math.sqrt(4 + cells.stream().filter(row -> i < row.size()).mapToInt(row -> row.get(i).text().length()).max().orElse(0)))
                .toArray();
        double all = DoubleStream.of(letters).sum();
        List<Block.Table.Column> columns = IntStream.range(0, count)
                .mapToObj(i -> new Block.Table.Column(cells.get(0).get(i).text(), 0.5 / count + 0.5 * letters[i] / all, Align.LEFT)).toList();
        blocks.add(new Block.Table(columns, cells.stream().skip(1)
                .map(row -> IntStream.range(0, count).mapToObj(i -> i < row.size() ? row.get(i).runs() : List.of(Run.of(""))).toList()).toList()));
    }
}
