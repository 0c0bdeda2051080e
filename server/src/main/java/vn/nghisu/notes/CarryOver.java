package vn.nghisu.notes;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nghisu.notes.Note.Carried;
import vn.nghisu.notes.Note.Fate;
import vn.nghisu.papers.revision.Bearings;

/**
 * Carries a note to a new revision of its paper (product D5). Marked text goes with its words, drawings and pinned words with the page
 * or with the line beside them; what is not certain is said to be so, and nothing is dropped.
 */
public final class CarryOver {
    /** Notes count in 1/20 pt, papers in 1/10 pt. */
    private static final int PLACES = 2;
    private static final int CONTEXT_CHARACTERS = 32;

    private final String toPaper;
    private final int pages;
    private final Bearings bearings;
    private final Set<String> newcomers;

    /**
     * @param pages of the new revision
     * @param newcomers who may open the new revision and was not meant to read the old one
     */
    public CarryOver(String toPaper, int pages, Bearings bearings, Set<String> newcomers) {
        this.toPaper = toPaper;
        this.pages = pages;
        this.bearings = bearings;
        this.newcomers = newcomers;
    }

    private record Landing(int page, NoteBody body, Fate fate) {}

    /**
     * The note's copy on the new revision; not handed in as an opinion a second time. Shared as before when it is sure of its place and
     * the share reaches no newcomer: a doubtful one still quotes the old words, which whoever may open the new revision need not have
     * been allowed to read.
     */
    public Note carry(Note note) {
        boolean lost = note.carried().map(Carried::fate).filter(Fate.ORPHAN::equals).isPresent();
        Landing landing = lost ? orphan(note) : landing(note);
        boolean unresolved = note.carried().filter(carried -> carried.fate() == Fate.CHECK && !carried.seen()).isPresent();
        Fate fate = unresolved && landing.fate != Fate.ORPHAN ? Fate.CHECK : landing.fate;
        boolean sure = fate == Fate.KEPT || fate == Fate.MOVED;
        return new Note(NoteStore.carriedId(note.id(), toPaper), toPaper, landing.page, landing.body, sure && !reachesNewcomers(note.share()) ? note.share() : Note.PRIVATE, false, note.madeAt(), 0,
                Optional.of(new Carried(note.id(), note.paper(), note.page(), fate, false)), Optional.empty());
    }

    private boolean reachesNewcomers(Note.Share share) {
        return share.reach() == Note.Reach.MEETING ? !newcomers.isEmpty() : !Collections.disjoint(share.people(), newcomers);
    }

    private Landing landing(Note note) {
        NoteBody body = note.body();
        if (body instanceof NoteBody.Highlight highlight) {
            return highlight(note, highlight);
        }
        return body instanceof NoteBody.Ink ink
                ? drawn(note, box(ink), shift -> ink.movedBy(shift.dx() * PLACES, shift.dy() * PLACES))
                : drawn(note, pin((NoteBody.Text) body), shift -> ((NoteBody.Text) body).movedBy(shift.dx() * PLACES, shift.dy() * PLACES));
    }

    private Landing highlight(Note note, NoteBody.Highlight highlight) {
        Optional<Integer> same = bearings.samePage(note.page());
        if (same.isPresent()) {
            return new Landing(same.get(), highlight, fate(note, same.get(), true));
        }
        return bearings.stretch(note.page(), highlight.start(), highlight.end())
                .map(stretch -> new Landing(stretch.page(), marked(highlight, stretch), fate(note, stretch.page(), stretch.sure())))
                .orElseGet(() -> orphan(note));
    }

    /** Of a doubtful one the old words stay the quote, so that its owner sees both. */
    private NoteBody.Highlight marked(NoteBody.Highlight highlight, Bearings.Stretch stretch) {
        List<List<Integer>> quads = stretch.boxes().stream().map(box -> box.stream().map(n -> n * PLACES).toList()).toList();
        NoteBody.Quote quote = stretch.sure()
                ? bearings.text(stretch.page()).map(text -> quote(text, stretch.start(), stretch.end())).orElse(highlight.quote())
                : highlight.quote();
        return new NoteBody.Highlight(highlight.colour(), quads, quote, stretch.start(), stretch.end());
    }

    private static NoteBody.Quote quote(String text, int start, int end) {
        return new NoteBody.Quote(text.substring(start, end), text.substring(Math.max(0, start - CONTEXT_CHARACTERS), start),
                text.substring(end, Math.min(text.length(), end + CONTEXT_CHARACTERS)));
    }

    private interface Moved {
        NoteBody by(Bearings.Shift shift);
    }

    private Landing drawn(Note note, List<Integer> box, Moved moved) {
        return bearings.region(note.page(), box)
                .map(shift -> new Landing(shift.page(), moved.by(shift), fate(note, shift.page(), shift.sure())))
                .orElseGet(() -> orphan(note));
    }

    private static Fate fate(Note note, int page, boolean sure) {
        return !sure ? Fate.CHECK : page == note.page() ? Fate.KEPT : Fate.MOVED;
    }

    private Landing orphan(Note note) {
        return new Landing(Math.min(note.page(), pages), note.body(), Fate.ORPHAN);
    }

    private static List<Integer> pin(NoteBody.Text text) {
        return List.of(text.at().get(0) / PLACES, text.at().get(1) / PLACES, 0, 0);
    }

    private static List<Integer> box(NoteBody.Ink ink) {
        int x = ink.points().get(0);
        int y = ink.points().get(1);
        int left = x;
        int right = x;
        int top = y;
        int bottom = y;
        for (int i = 2; i + 1 < ink.points().size(); i += 2) {
            x += ink.points().get(i);
            y += ink.points().get(i + 1);
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        return List.of(left / PLACES, top / PLACES, (right - left) / PLACES, (bottom - top) / PLACES);
    }

    /** Copies of all that are given. */
    public List<Note> carry(List<Note> notes) {
        return notes.stream().map(this::carry).toList();
    }
}
