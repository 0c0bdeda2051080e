package vn.nghisu.minutes.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns blocks into strips, in the forms of Decree 30/2020/NĐ-CP, appendices I and III. */
final class Setter implements Block.Reader<List<Strip>> {
    private static final float HEADER_LEFT = Sheet.TEXT_WIDTH * 0.41f;
    private static final float HEADER_GAP = 6;
    private static final float RULE_GAP = 3;
    private static final float RULE_SHARE = 0.4f;
    private static final float SIGNING_ROOM = 58;
    private static final float HALF = Sheet.TEXT_WIDTH / 2;

    private static final float SIGNATURE_WIDTH = 127;
    private static final float SEAL_WIDTH = 102;
    private static final float SEAL_OVERLAP = 1 / 3f;

    private final Breaker breaker;
    private final Tag root;
    private int signed;
    private int deepest;

    /** @param root takes the tags of what is set, in the order of reading */
    Setter(Breaker breaker, Tag root) {
        this.breaker = breaker;
        this.root = root;
    }

    @Override
    public List<Strip> header(Block.Header header) {
        Stack left = new Stack(breaker, HEADER_LEFT - HEADER_GAP);
        header.parentAgency().ifPresent(parent -> left.as(p()).text(Run.of(upper(parent)), Sheet.AGENCY, Align.CENTER));
        left.as(p()).text(Run.bold(upper(header.agency())), Sheet.AGENCY, Align.CENTER).gap(RULE_GAP).rule(RULE_SHARE);
        Optional<Tag> number = header.number().isEmpty() ? Optional.empty() : Optional.of(p());
        Stack right = new Stack(breaker, Sheet.TEXT_WIDTH - HEADER_LEFT);
        right.as(p()).text(Run.bold(header.nation()), Sheet.NATION, Align.CENTER).as(p()).text(Run.bold(header.motto()), Sheet.MOTTO, Align.CENTER)
                .gap(RULE_GAP).rule(1);
        // The number and the place with its date stand in one row.
        float row = Math.max(left.height(), right.height()) + HEADER_GAP;
        number.ifPresent(tag -> left.gap(row - left.height()).as(tag).text(Run.of(header.number()), Sheet.NUMBER, Align.CENTER));
        header.placeAndDate()
                .ifPresent(when -> right.gap(row - right.height()).as(p()).text(Run.italic(when), Sheet.NUMBER, Align.CENTER));
        return List.of(Strip.of(0, Math.max(left.height(), right.height()), true, (ink, top, opens, closes) -> {
            left.draw(ink, Sheet.LEFT, top);
            right.draw(ink, Sheet.LEFT + HEADER_LEFT, top);
        }));
    }

    @Override
    public List<Strip> title(Block.Title title) {
        Stack stack = new Stack(breaker, Sheet.TEXT_WIDTH).as(headed(0))
                .text(Run.bold(upper(title.name())), Sheet.TITLE, Align.CENTER)
                .lines(breaker.balanced(List.of(Run.bold(title.subject())), Sheet.TITLE, Sheet.TEXT_WIDTH * 0.85f), Sheet.TITLE, Align.CENTER)
                .gap(RULE_GAP)
                .rule(RULE_SHARE)
                .gap(Sheet.PARAGRAPH_SPACE);
        return List.of(Strip.of(20, stack.height(), true, (ink, top, opens, closes) -> stack.draw(ink, Sheet.LEFT, top)));
    }

    @Override
    public List<Strip> heading(Block.Heading heading) {
        Run run = new Run(heading.text(), true, heading.level() > 1);
        List<Strip> strips = flow(List.of(run), Align.LEFT, Sheet.PARAGRAPH_SPACE + (heading.level() > 1 ? 0 : 2), headed(heading.level())).stream()
                .map(Strip::tiedToNext)
                .toList();
        List<Strip> marked = new ArrayList<>(strips);
        marked.set(0, strips.get(0).marked(new Strip.Bookmark(heading.level(), heading.text())));
        return marked;
    }

    @Override
    public List<Strip> paragraph(Block.Paragraph paragraph) {
        List<Strip> strips = flow(paragraph.runs(), Align.JUSTIFIED, Sheet.PARAGRAPH_SPACE, p());
        if (!paragraph.keepWithNext()) {
            return strips;
        }
        List<Strip> kept = new ArrayList<>(strips);
        kept.set(kept.size() - 1, kept.get(kept.size() - 1).tiedToNext());
        return kept;
    }

    @Override
    public List<Strip> centred(Block.Centred centred) {
        Stack stack = new Stack(breaker, Sheet.TEXT_WIDTH).as(p()).text(centred.runs(), Sheet.BODY, Align.CENTER);
        return List.of(Strip.of(Sheet.PARAGRAPH_SPACE * 2, stack.height(), true, (ink, top, opens, closes) -> stack.draw(ink, Sheet.LEFT, top)));
    }

    @Override
    public List<Strip> listing(Block.Listing listing) {
        Tag list = root.child("L");
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < listing.items().size(); i++) {
            List<Run> runs = new ArrayList<>();
            runs.add(Run.of(listing.markers().get(i) + " "));
            runs.addAll(listing.items().get(i));
            strips.addAll(flow(runs, Align.JUSTIFIED, Sheet.PARAGRAPH_SPACE, list.child("LI").child("LBody")));
        }
        return strips;
    }

    @Override
    public List<Strip> table(Block.Table table) {
        return new TableSetter(breaker, table, root.child("Table")).strips();
    }

    /** On the left the secretary signs, on the right who leads the meeting, and the agency puts its seal beside the signature on the right. */
    @Override
    public List<Strip> signatures(Block.Signatures signatures) {
        String suffix = suffix();
        Tag leftTag = root.child("Div");
        Stack left = heads(List.of(signatures.left().role()), signatures.left().mark(), leftTag);
        float leftRoom = left.height();
        Tag leftForm = leftTag.child("Form").saying("Chỗ ký: " + signatures.left().role());
        left.gap(SIGNING_ROOM).as(leftTag.child("P")).text(Run.bold(signatures.left().name()), Sheet.ROLE, Align.CENTER);
        Deciding right = deciding(List.of(signatures.right().role()), signatures.right().mark(), signatures.right().name(), suffix);
        return List.of(Strip.of(14, Math.max(left.height(), right.stack.height()), true, (ink, top, opens, closes) -> {
            left.draw(ink, Sheet.LEFT, top);
            right.draw(ink, top);
            ink.slot("SECRETARY" + suffix, "Chữ ký: " + signatures.left().role(), leftForm, Sheet.LEFT + (HALF - HEADER_GAP - SIGNATURE_WIDTH) / 2,
                    top + leftRoom, SIGNATURE_WIDTH, SIGNING_ROOM);
        }));
    }

    /** Names of fields are told apart where a paper is signed in more than one place. */
    private String suffix() {
        signed++;
        return signed == 1 ? "" : String.valueOf(signed);
    }

    /** Whose signature makes the paper valid, on the right half, with the agency's seal over a third of it on its left. */
    private record Deciding(Stack stack, float room, String role, Tag person, Tag seal, String suffix) {
        void draw(Ink ink, float top) {
            float left = Sheet.LEFT + HALF + (HALF - HEADER_GAP - SIGNATURE_WIDTH) / 2;
            stack.draw(ink, Sheet.LEFT + HALF, top);
            ink.slot("CHAIR" + suffix, "Chữ ký: " + role, person, left, top + room, SIGNATURE_WIDTH, SIGNING_ROOM);
            ink.slot("AGENCY" + suffix, "Dấu, chữ ký số của cơ quan", seal, left + SIGNATURE_WIDTH * SEAL_OVERLAP - SEAL_WIDTH,
                    top + room + (SIGNING_ROOM - SEAL_WIDTH) / 2, SEAL_WIDTH, SEAL_WIDTH);
        }
    }

    private Deciding deciding(List<String> roles, String mark, String name, String suffix) {
        Tag tag = root.child("Div");
        Stack stack = heads(roles, mark, tag);
        float room = stack.height();
        String role = String.join(" ", roles);
        Tag person = tag.child("Form").saying("Chỗ ký: " + role);
        Tag seal = tag.child("Form").saying("Chỗ đóng dấu của cơ quan");
        stack.gap(SIGNING_ROOM).as(tag.child("P")).text(Run.bold(name), Sheet.ROLE, Align.CENTER);
        return new Deciding(stack, room, role, person, seal, suffix);
    }

    private Stack heads(List<String> roles, String mark, Tag tag) {
        Stack stack = new Stack(breaker, HALF - HEADER_GAP);
        roles.forEach(role -> stack.as(tag.child("P")).text(Run.bold(upper(role)), Sheet.ROLE, Align.CENTER));
        // without its words the line stays open: seals are wide
        return mark.isEmpty() ? stack.gap(Sheet.ROLE * Sheet.SINGLE) : stack.as(tag.child("P")).text(Run.italic(mark), Sheet.ROLE, Align.CENTER);
    }

    @Override
    public List<Strip> closing(Block.Closing closing) {
        Deciding right = deciding(closing.capacity(), closing.mark(), closing.name(), suffix());
        List<Strip> left = closing.recipients().isEmpty() ? List.of() : recipients(closing.recipients());
        // What fits beside the signature stands there; more recipients follow below it, on the next page if need be.
        int beside = 0;
        float height = 0;
        while (beside < left.size() && height + left.get(beside).height() <= right.stack.height()) {
            height += left.get(beside).height();
            beside++;
        }
        List<Strip> first = left.subList(0, beside);
        List<Strip> strips = new ArrayList<>();
        strips.add(Strip.of(14, right.stack.height(), false, (ink, top, opens, closes) -> {
            right.draw(ink, top);
            float at = top;
            for (Strip strip : first) {
                strip.brush().draw(ink, at, false, false);
                at += strip.height();
            }
        }));
        if (beside < left.size()) {
            Strip next = left.get(beside);
            strips.add(Strip.of(height - right.stack.height(), next.height(), false, next.brush()));
            strips.addAll(left.subList(beside + 1, left.size()));
        }
        return strips;
    }

    @Override
    public List<Strip> recipients(Block.Recipients recipients) {
        List<Strip> strips = new ArrayList<>(recipients(recipients.lines()));
        strips.set(0, Strip.of(14, strips.get(0).height(), true, strips.get(0).brush()));
        return strips;
    }

    /** The word and each recipient by itself; the word stays with the first of them. */
    private List<Strip> recipients(List<String> lines) {
        List<Strip> strips = new ArrayList<>();
        Stack word = new Stack(breaker, HALF - HEADER_GAP).as(p()).text(new Run("Nơi nhận:", true, true), Sheet.RECIPIENTS_WORD, Align.LEFT);
        strips.add(Strip.of(0, word.height(), true, (ink, top, opens, closes) -> word.draw(ink, Sheet.LEFT, top)));
        Tag list = root.child("L");
        for (String line : lines) {
            Stack stack = new Stack(breaker, HALF - HEADER_GAP).as(list.child("LI").child("LBody")).text(Run.of(line), Sheet.RECIPIENTS, Align.LEFT);
            strips.add(Strip.of(0, stack.height(), false, (ink, top, opens, closes) -> stack.draw(ink, Sheet.LEFT, top)));
        }
        return strips;
    }

    @Override
    public List<Strip> annex(Block.Annex annex) {
        float textWidth = Sheet.TEXT_WIDTH - Sheet.QR_WIDTH - HEADER_GAP;
        Stack stack = new Stack(breaker, textWidth).gap(HEADER_GAP).as(headed(1)).text(Run.bold(annex.title()), Sheet.ANNEX, Align.LEFT).gap(RULE_GAP);
        annex.entries().forEach(entry -> stack.as(p()).text(List.of(Run.of(entry.label() + ": "), Run.bold(entry.value())), Sheet.ANNEX, Align.LEFT));
        stack.gap(RULE_GAP).as(p()).text(Run.italic(annex.note()), Sheet.ANNEX, Align.LEFT);
        Tag code = root.child("Figure").saying("Mã QR: " + annex.qr().text());
        Strip strip = Strip.of(18, Math.max(stack.height(), Sheet.QR_WIDTH + HEADER_GAP), false, (ink, top, opens, closes) -> {
            ink.rule(Sheet.LEFT, top, Sheet.LEFT + Sheet.TEXT_WIDTH, top);
            stack.draw(ink, Sheet.LEFT, top);
            ink.as(code, () -> ink.code(annex.qr(), Sheet.LEFT + Sheet.TEXT_WIDTH - Sheet.QR_WIDTH, top + HEADER_GAP, Sheet.QR_WIDTH));
        });
        return List.of(strip.marked(new Strip.Bookmark(1, annex.title())));
    }

    @Override
    public List<Strip> charts(Block.Charts charts) {
        return new ChartSetter(breaker, root).strips(charts);
    }

    /** Lines of a paragraph; no page break leaves one line of it alone. */
    private List<Strip> flow(List<Run> runs, Align align, float space, Tag tag) {
        List<Line> lines = breaker.lines(runs, Sheet.BODY, Sheet.TEXT_WIDTH, Sheet.FIRST_LINE_INDENT);
        float pitch = Sheet.BODY * Sheet.LEADING;
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean tied = lines.size() > 1 && (i == 0 || i == lines.size() - 2);
            strips.add(new Strip(i == 0 ? space : 0, pitch, tied && i < lines.size() - 1, Optional.empty(), Optional.empty(),
                    (ink, top, opens, closes) ->
                            ink.as(tag, () -> line.draw(ink, Sheet.LEFT, Sheet.TEXT_WIDTH, top + Stack.baseline(pitch, Sheet.BODY), align))));
        }
        return strips;
    }

    private Tag p() {
        return root.child("P");
    }

    /** The title is level 0; no level is passed over on the way down, since that is not allowed. */
    private Tag headed(int level) {
        deepest = Math.min(level + 1, deepest + 1);
        return root.child("H" + deepest);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.forLanguageTag("vi"));
    }
}
