package vn.nghisu.meeting.papers;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.preparation.Revisions;

/** What happened to the papers. */
public sealed interface PaperEvent extends Event {

    /** @param handling absent when not chosen with the upload, and in journals from before it could be */
    record PaperAdded(
            String paper,
            String item,
            String title,
            String fileName,
            String sha256,
            int pages,
            long bytes,
            Access access,
            List<String> namedReaders,
            Optional<String> supersedes,
            Optional<String> reason,
            Optional<Handling> handling)
            implements PaperEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Paper added = new Paper(paper, item, title, fileName, sha256, pages, bytes, access, namedReaders, supersedes, stamp.at(),
                    Optional.empty(), List.of(), Optional.empty(), handledIn(meeting));
            return Revisions.notePaper(meeting.with(meeting.papers().plus(added)), stamp, reason, paper);
        }

        /** A new version is handled as the one that it replaces, unless said otherwise. */
        private Handling handledIn(Meeting meeting) {
            return handling.or(() -> supersedes.flatMap(meeting.papers()::find).map(Paper::handling)).orElse(Handling.FREE);
        }

        @Override
        public boolean changesRights() {
            return true;
        }
    }

    record PaperPrepared(String paper, List<Integer> failedPages) implements PaperEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.papers().change(paper, old -> old.preparedAt(stamp.at(), failedPages)));
        }
    }

    record PaperEdited(String paper, String title, String item, Optional<String> reason) implements PaperEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.notePaper(meeting.with(meeting.papers().change(paper, old -> old.named(title, item))), stamp, reason, paper);
        }
    }

    record PaperOpenedTo(String paper, Access access, List<String> namedReaders, Optional<String> reason) implements PaperEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.notePaper(meeting.with(meeting.papers().change(paper, old -> old.openTo(access, namedReaders))), stamp, reason, paper);
        }

        @Override
        public boolean changesRights() {
            return true;
        }
    }

    record PaperProtected(String paper, Handling handling, Optional<String> reason) implements PaperEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.notePaper(meeting.with(meeting.papers().change(paper, old -> old.handled(handling))), stamp, reason, paper);
        }
    }

    record PaperWithdrawn(String paper, String reason) implements PaperEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Meeting next = meeting.with(meeting.papers().change(paper, old -> old.withdrawn(reason)));
            boolean presented = meeting.stage().presentation().filter(shown -> shown.paper().equals(paper)).isPresent();
            return Revisions.noteWithdrawal(presented ? next.with(meeting.stage().notPresenting()) : next, stamp, reason, paper);
        }
    }
}
