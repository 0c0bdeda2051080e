package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.minutes.RichBlock.BulletList;
import vn.nghisu.meeting.minutes.RichBlock.ListEntry;
import vn.nghisu.meeting.minutes.RichBlock.NumberList;
import vn.nghisu.meeting.minutes.RichBlock.RichCell;
import vn.nghisu.meeting.minutes.RichBlock.RichHeading;
import vn.nghisu.meeting.minutes.RichBlock.RichParagraph;
import vn.nghisu.meeting.minutes.RichBlock.RichRow;
import vn.nghisu.meeting.minutes.RichBlock.RichRun;
import vn.nghisu.meeting.minutes.RichBlock.RichTable;
import vn.nghisu.meeting.minutes.RichBlock.Tone;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Run;

/** What the secretary writes as blocks of an official paper. */
class WrittenTextTest {
    private static RichRun plain(String text) {
        return new RichRun(text, false, false, false);
    }

    private static RichParagraph paragraph(Tone tone, RichRun... runs) {
        return new RichParagraph(tone, List.of(runs));
    }

    private static ListEntry entry(String text, RichBlock... lists) {
        return new ListEntry(paragraph(Tone.NORMAL, plain(text)), List.of(lists));
    }

    @Test
    void paragraphs_keep_their_forms_and_breaks_and_empty_ones_are_left_out() {
        assertThat(WrittenText.blocks(List.of(
                        new RichHeading(List.of(plain("Thảo luận"))),
                        paragraph(Tone.NORMAL, plain("Một "), new RichRun("hai", true, false, true), plain("\nba")),
                        paragraph(Tone.NORMAL, plain(" ")),
                        paragraph(Tone.EMPHASIS, plain("mạnh")),
                        paragraph(Tone.REMARK, new RichRun("nhắc", true, false, false)))))
                .containsExactly(
                        new Block.Paragraph(List.of(Run.bold("Thảo luận")), true),
                        Block.Paragraph.of(Run.of("Một "), new Run("hai", true, false, true), Run.of("")),
                        Block.Paragraph.of(Run.of("ba")),
                        Block.Paragraph.of(Run.bold("mạnh")),
                        Block.Paragraph.of(new Run("nhắc", true, true)));
    }

    @Test
    void lists_bear_their_marks_below_each_other() {
        assertThat(WrittenText.blocks(List.of(
                        new BulletList(List.of(entry("a", new BulletList(List.of(entry("b")))), entry(" "), entry("c"))),
                        new NumberList(List.of(entry("d"), entry("e", new NumberList(List.of(entry("f")))))))))
                .containsExactly(
                        new Block.Listing(List.of("-", "+", "-"), List.of(List.of(Run.of("a")), List.of(Run.of("b")), List.of(Run.of("c")))),
                        new Block.Listing(List.of("1.", "2.", "2.1."), List.of(List.of(Run.of("d")), List.of(Run.of("e")), List.of(Run.of("f")))));
    }

    @Test
    void the_first_row_of_a_table_bears_its_titles() {
        RichTable table = new RichTable(List.of(row("Xã", "Kiến nghị"), row("A", "Bổ sung kinh phí cho 14 xã vùng cao trong quý I")));
        Block.Table set = (Block.Table) WrittenText.blocks(List.of(table)).get(0);
        assertThat(set.columns()).extracting(Block.Table.Column::title, Block.Table.Column::align)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Xã", Align.LEFT), org.assertj.core.groups.Tuple.tuple("Kiến nghị", Align.LEFT));
        assertThat(set.columns().stream().mapToDouble(Block.Table.Column::share).sum()).isBetween(0.999, 1.001);
        assertThat(set.columns().get(1).share()).isGreaterThan(set.columns().get(0).share());
        assertThat(set.rows()).containsExactly(List.of(List.of(Run.of("A")), List.of(Run.of("Bổ sung kinh phí cho 14 xã vùng cao trong quý I"))));
    }

    private static RichRow row(String... cells) {
        return new RichRow(List.of(cells).stream().map(text -> new RichCell(List.of(paragraph(Tone.NORMAL, plain(text))))).toList());
    }
}
