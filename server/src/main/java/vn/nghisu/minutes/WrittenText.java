package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.minutes.RichBlock.BulletList;
import vn.nghisu.meeting.minutes.RichBlock.ListEntry;
import vn.nghisu.meeting.minutes.RichBlock.NumberList;
import vn.nghisu.meeting.minutes.RichBlock.RichCell;
import vn.nghisu.meeting.minutes.RichBlock.RichHeading;
import vn.nghisu.meeting.minutes.RichBlock.RichParagraph;
import vn.nghisu.meeting.minutes.RichBlock.RichRun;
import vn.nghisu.meeting.minutes.RichBlock.RichTable;
import vn.nghisu.meeting.minutes.RichBlock.Tone;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Run;

/** Sets what the secretary has written as blocks of an official paper. Empty paragraphs are left out; lists bear "-", below it "+", or numbers. */
final class WrittenText implements RichBlock.Reader {
    private final List<Block> blocks = new ArrayList<>();

    private WrittenText() {}

    static List<Block> blocks(List<RichBlock> written) {
        WrittenText text = new WrittenText();
        written.forEach(block -> block.read(text));
        return List.copyOf(text.blocks);
    }

    @Override
    public void paragraph(RichParagraph paragraph) {
        List<Run> line = new ArrayList<>();
        for (Run run : runs(paragraph)) {
            String[] pieces = run.text().split("\n", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    say(line);
                }
                line.add(new Run(pieces[i], run.bold(), run.italic(), run.underline()));
            }
        }
        say(line);
    }

    private void say(List<Run> line) {
        if (!isBlank(line)) {
            blocks.add(new Block.Paragraph(List.copyOf(line), false));
        }
        line.clear();
    }

    @Override
    public void heading(RichHeading heading) {
        List<Run> runs = heading.runs().stream().map(run -> new Run(run.text().replace('\n', ' '), true, run.italic(), run.underline())).toList();
        if (!isBlank(runs)) {
            blocks.add(new Block.Paragraph(runs, true));
        }
    }

    @Override
    public void bullets(BulletList list) {
        listing(list);
    }

    @Override
    public void numbers(NumberList list) {
        listing(list);
    }

    private void listing(RichBlock list) {
        List<String> markers = new ArrayList<>();
        List<List<Run>> items = new ArrayList<>();
        entries(list, "", 0, markers, items);
        if (!items.isEmpty()) {
            blocks.add(new Block.Listing(markers, items));
        }
    }

    /** @param number of the entry above, with its dot */
    private static void entries(RichBlock list, String number, int level, List<String> markers, List<List<Run>> items) {
        boolean numbered = list instanceof NumberList;
        List<ListEntry> entries = list instanceof NumberList numbers ? numbers.entries() : ((BulletList) list).entries();
        for (int i = 0; i < entries.size(); i++) {
            String own = number + (i + 1) + ".";
            List<Run> runs = runs(entries.get(i).text());
            if (!isBlank(runs)) {
                markers.add(numbered ? own : level % 2 == 0 ? "-" : "+");
                items.add(runs);
            }
            entries.get(i).lists().forEach(below -> entries(below, numbered ? own : "", level + 1, markers, items));
        }
    }

    @Override
    public void table(RichTable table) {
        double[] shares = shares(table);
        List<RichCell> titles = table.rows().get(0).cells();
        List<Block.Table.Column> columns = IntStream.range(0, shares.length)
                .mapToObj(i -> new Block.Table.Column(text(titles.get(i)).replace('\n', ' '), shares[i], Align.LEFT))
                .toList();
        blocks.add(new Block.Table(columns, table.rows().stream().skip(1).map(row -> row.cells().stream().map(WrittenText::cell).toList()).toList()));
    }

    /** Columns get their share of the width by what stands in them, none less than half of an equal share. */
    private static double[] shares(RichTable table) {
        double[] letters = IntStream.range(0, table.rows().get(0).cells().size())
                .mapToDouble(i -> Math.sqrt(4 + table.rows().stream().mapToInt(row -> text(row.cells().get(i)).length()).max().orElse(0)))
                .toArray();
        double all = DoubleStream.of(letters).sum();
        return DoubleStream.of(letters).map(own -> 0.5 / letters.length + 0.5 * own / all).toArray();
    }

    private static String text(RichCell cell) {
        return String.join("", cell(cell).stream().map(Run::text).toList());
    }

    private static List<Run> cell(RichCell cell) {
        List<Run> runs = new ArrayList<>();
        for (RichParagraph paragraph : cell.paragraphs()) {
            if (!runs.isEmpty()) {
                runs.add(Run.of("\n"));
            }
            runs.addAll(runs(paragraph));
        }
        return runs;
    }

    private static List<Run> runs(RichParagraph paragraph) {
        return paragraph.runs().stream().map(run -> run(run, paragraph.tone())).toList();
    }

    private static Run run(RichRun run, Tone tone) {
        return new Run(run.text(), run.bold() || tone == Tone.EMPHASIS, run.italic() || tone == Tone.REMARK, run.underline());
    }

    private static boolean isBlank(List<Run> runs) {
        return runs.stream().allMatch(run -> run.text().isBlank());
    }
}
