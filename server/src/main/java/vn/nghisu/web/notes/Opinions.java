package vn.nghisu.web.notes;

import java.util.Comparator;
import java.util.List;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.notes.NoteStore;

/** What people of the meeting's list have handed in as opinions on a paper. */
final class Opinions {
    private Opinions() {}

    /** In the order of the pages, on a page in the order of writing. */
    static List<NoteStore.Owned> of(NoteStore store, Meeting meeting, String paper) {
        return store.opinions(meeting.id(), paper).stream()
                .filter(owned -> meeting.roster().find(owned.person()).isPresent())
                .sorted(Comparator.comparingInt((NoteStore.Owned owned) -> owned.note().page()).thenComparingLong(owned -> owned.note().madeAt()))
                .toList();
    }
}
