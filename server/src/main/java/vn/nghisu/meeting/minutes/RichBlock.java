package vn.nghisu.meeting.minutes;

import java.util.List;

/** One part of a text with forms: a paragraph, a heading, a list or a table. */
public sealed interface RichBlock {

    /** How a paragraph is to be read. */
    enum Tone {
        NORMAL,
        EMPHASIS,
        REMARK
    }

    /** Does one thing for each kind of block. */
    interface Reader {
        void paragraph(RichParagraph paragraph);

        void heading(RichHeading heading);

        void bullets(BulletList list);

        void numbers(NumberList list);

        void table(RichTable table);
    }

    void read(Reader reader);

    /** A stretch of text in one form; a line end in it is a break inside its paragraph. */
    record RichRun(String text, boolean bold, boolean italic, boolean underline) {}

    record RichParagraph(Tone tone, List<RichRun> runs) implements RichBlock {
        @Override
        public void read(Reader reader) {
            reader.paragraph(this);
        }
    }

    record RichHeading(List<RichRun> runs) implements RichBlock {
        @Override
        public void read(Reader reader) {
            reader.heading(this);
        }
    }

    /** @param lists those below it */
    record ListEntry(RichParagraph text, List<RichBlock> lists) {}

    record BulletList(List<ListEntry> entries) implements RichBlock {
        @Override
        public void read(Reader reader) {
            reader.bullets(this);
        }
    }

    record NumberList(List<ListEntry> entries) implements RichBlock {
        @Override
        public void read(Reader reader) {
            reader.numbers(this);
        }
    }

    record RichRow(List<RichCell> cells) {}

    record RichCell(List<RichParagraph> paragraphs) {}

    /** @param rows each with the same number of cells; the first one bears the titles */
    record RichTable(List<RichRow> rows) implements RichBlock {
        @Override
        public void read(Reader reader) {
            reader.table(this);
        }
    }
}
