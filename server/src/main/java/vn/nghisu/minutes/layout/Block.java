package vn.nghisu.minutes.layout;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * One part of an official paper. The PDF is set from these blocks and the web page shows the same ones as JSON,
 * told apart by {@code type}, so that both say the same.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Header.class, name = "header"),
    @JsonSubTypes.Type(value = Block.Title.class, name = "title"),
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Centred.class, name = "centred"),
    @JsonSubTypes.Type(value = Block.Listing.class, name = "list"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Signatures.class, name = "signatures"),
    @JsonSubTypes.Type(value = Block.Closing.class, name = "closing"),
    @JsonSubTypes.Type(value = Block.Recipients.class, name = "recipients"),
    @JsonSubTypes.Type(value = Block.Charts.class, name = "charts"),
    @JsonSubTypes.Type(value = Block.Annex.class, name = "annex")
})
public sealed interface Block {

    /** Does one thing for each kind of block; a new kind is named by the compiler wherever it is missing. */
    interface Reader<T> {
        T header(Header header);

        T title(Title title);

        T heading(Heading heading);

        T paragraph(Paragraph paragraph);

        T centred(Centred centred);

        T listing(Listing listing);

        T table(Table table);

        T signatures(Signatures signatures);

        T closing(Closing closing);

        T recipients(Recipients recipients);

        T annex(Annex annex);

        /** Where nothing can be drawn, a chart is its words. */
        default T charts(Charts charts) {
            return paragraph(Paragraph.of(Run.italic(String.join(" ", charts.panels().stream().map(Charts.Panel::words).toList()))));
        }
    }

    <T> T read(Reader<T> reader);

    /**
     * The top of page one: agency on the left, the nation's name on the right.
     *
     * @param number the whole line, "Số: 07/BB-BCĐ"; empty for what has no number
     * @param placeAndDate "Hà Nội, ngày 05 tháng 01 năm 2026"; absent in minutes, whose form has no such line
     */
    record Header(Optional<String> parentAgency, String agency, String number, String nation, String motto, Optional<String> placeAndDate)
            implements Block {
        public static Header of(Optional<String> parentAgency, String agency, String number, Optional<String> placeAndDate) {
            return new Header(parentAgency, agency, number, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", placeAndDate);
        }

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.header(this);
        }
    }

    /** Kind of paper ("BIÊN BẢN") and what it is about, centred. */
    record Title(String name, String subject) implements Block {
        @Override
        public <T> T read(Reader<T> reader) {
            return reader.title(this);
        }
    }

    /** A heading that stays with what follows it and stands in the outline; {@code level} is 1 or 2. */
    record Heading(int level, String text) implements Block {
        @Override
        public <T> T read(Reader<T> reader) {
            return reader.heading(this);
        }
    }

    /** Justified text with an indented first line; {@code keepWithNext} when no page break may follow. */
    record Paragraph(List<Run> runs, boolean keepWithNext) implements Block {
        public static Paragraph of(Run... runs) {
            return new Paragraph(List.of(runs), false);
        }

        public Paragraph kept() {
            return new Paragraph(runs, true);
        }

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.paragraph(this);
        }
    }

    /** A centred line within the text, such as "QUYẾT NGHỊ:"; it stays with what follows. */
    record Centred(List<Run> runs) implements Block {
        @Override
        public <T> T read(Reader<T> reader) {
            return reader.centred(this);
        }
    }

    /** Entries one below the other; {@code markers} holds the mark of each, such as "-" or "a)". */
    record Listing(List<String> markers, List<List<Run>> items) implements Block {
        public static Listing dashes(List<List<Run>> items) {
            return new Listing(items.stream().map(item -> "-").toList(), items);
        }

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.listing(this);
        }
    }

    /**
     * A ruled table; its row of titles comes again at the top of each page. Each row has one cell (of runs) a column.
     *
     * @param toSign whether its rows are high enough for a signature by hand
     */
    record Table(List<Column> columns, List<List<List<Run>>> rows, boolean toSign) implements Block {
        public Table(List<Column> columns, List<List<List<Run>>> rows) {
            this(columns, rows, false);
        }

        /** @param share part of the table's width, all shares together are 1 */
        public record Column(String title, double share, Align align) {}

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.table(this);
        }
    }

    /** Two columns of signature, never divided by a page break. */
    record Signatures(Signature left, Signature right) implements Block {
        /**
         * @param role "THƯ KÝ"
         * @param mark what stands in the place of the signature: "(Chữ ký)" on paper that is signed by hand; empty where signatures are put on the file
         */
        public record Signature(String role, String mark, String name) {}

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.signatures(this);
        }
    }

    /**
     * The end of a paper that one person signs: on the left those who get it, level with the capacity of who signs on the right (appendix I, 7 and 9).
     *
     * @param recipients each line as printed, with its dash and its end mark; may be empty
     * @param capacity lines such as "TL. TRƯỞNG BAN" and "CHÁNH VĂN PHÒNG"
     * @param mark what stands in the place of the signature, as in {@link Signatures.Signature}
     */
    record Closing(List<String> recipients, List<String> capacity, String mark, String name) implements Block {
        @Override
        public <T> T read(Reader<T> reader) {
            return reader.closing(this);
        }
    }

    /** "Nơi nhận": each line as printed, with its dash and its end mark. */
    record Recipients(List<String> lines) implements Block {
        @Override
        public <T> T read(Reader<T> reader) {
            return reader.recipients(this);
        }
    }

    /** Small charts of bars, two beside one another. Their numbers stand in a table too. */
    record Charts(List<Panel> panels) implements Block {
        /** @param words the chart in words, for who can't see it @param target where a dashed line runs */
        public record Panel(String title, String words, List<Bar> bars, Optional<Double> target) {}

        /** @param label below the bar @param value its length @param words above it; may be empty */
        public record Bar(String label, double value, String words, Shade shade) {}

        /** How a bar is filled, on paper that may be printed in black. */
        public enum Shade {
            FULL,
            HATCHED,
            EMPTY
        }

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.charts(this);
        }
    }

    /** Technical data below the signatures, with a code for the camera. */
    record Annex(String title, List<Entry> entries, String note, QrCode qr) implements Block {
        public record Entry(String label, String value) {}

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.annex(this);
        }
    }
}
