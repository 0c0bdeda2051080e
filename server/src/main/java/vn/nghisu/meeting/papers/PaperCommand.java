package vn.nghisu.meeting.papers;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.preparation.Revisions;

/** Bringing papers to items and governing who reads them (product D1, D11). The bytes come over HTTP before. */
public sealed interface PaperCommand extends Command {

    /**
     * Said by the server itself, after intake of an upload, on behalf of the uploader.
     *
     * @param handling as the paper that it supersedes, or free, when not said
     */
    record AddPaper(
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
            implements PaperCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> Limits.isId(paper) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)))
                    .or(() -> meeting.papers().find(paper).map(there -> Decision.refuse(Reason.PAPER_EXISTS)))
                    .or(() -> meeting.papers().order().size() < Limits.PAPERS
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.PAPERS)))
                    .or(() -> meeting.agenda().find(item).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM)))
                    .or(() -> supersedes.isPresent() && meeting.papers().find(supersedes.get()).isEmpty()
                            ? Optional.of(Decision.refuse(Reason.NO_SUCH_PAPER))
                            : Optional.empty())
                    .or(() -> supersedes.flatMap(meeting.papers()::successor).map(newer -> Decision.refuse(Reason.PAPER_REPLACED, newer.title())))
                    .or(() -> Limits.needed(title, Fields.TITLE, Limits.TITLE_CHARACTERS))
                    .or(() -> Limits.needed(fileName, Fields.FILE_NAME, Limits.TITLE_CHARACTERS))
                    .or(() -> checkReaders(meeting, namedReaders))
                    .orElseGet(() -> Decision.accept(new PaperEvent.PaperAdded(
                            paper, item, title.strip(), fileName, sha256, pages, bytes, access, namedReaders, supersedes, reason, handling)));
        }
    }

    /** Said by the server itself when page images and words of a paper are ready. */
    record PreparePaper(String paper, List<Integer> failedPages) implements PaperCommand, InternalCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            if (!context.caller().isSystem()) {
                return Decision.refuse(Reason.NOT_YOURS);
            }
            Optional<Paper> found = meeting.papers().find(paper);
            if (found.isEmpty()) {
                return Decision.refuse(Reason.NO_SUCH_PAPER);
            }
            return found.get().isPrepared() ? Decision.accept() : Decision.accept(new PaperEvent.PaperPrepared(paper, failedPages));
        }
    }

    record EditPaper(String paper, String title, String item, Optional<String> reason) implements PaperCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> there(meeting, paper))
                    .or(() -> meeting.agenda().find(item).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM)))
                    .or(() -> Limits.needed(title, Fields.TITLE, Limits.TITLE_CHARACTERS))
                    .orElseGet(() -> Decision.accept(new PaperEvent.PaperEdited(paper, title.strip(), item, reason)));
        }
    }

    record OpenPaperTo(String paper, Access access, List<String> namedReaders, Optional<String> reason) implements PaperCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> there(meeting, paper))
                    .or(() -> checkReaders(meeting, namedReaders))
                    .orElseGet(() -> Decision.accept(new PaperEvent.PaperOpenedTo(paper, access, namedReaders, reason)));
        }
    }

    /** Says whether its readers may take a paper along, and whether its pages bear their names. */
    record ProtectPaper(String paper, Handling handling, Optional<String> reason) implements PaperCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> there(meeting, paper))
                    .orElseGet(() -> Decision.accept(new PaperEvent.PaperProtected(paper, handling, reason)));
        }
    }

    /** Closes a paper everywhere; its content stays as evidence. */
    record WithdrawPaper(String paper, String reason) implements PaperCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, Optional.of(reason))
                    .or(() -> there(meeting, paper))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .orElseGet(() -> Decision.accept(new PaperEvent.PaperWithdrawn(paper, reason.strip())));
        }
    }

    private static Optional<Decision> there(Meeting meeting, String id) {
        return meeting.papers().find(id)
                .map(paper -> paper.isWithdrawn() ? Optional.of(Decision.refuse(Reason.PAPER_WITHDRAWN)) : Optional.<Decision>empty())
                .orElseGet(() -> Optional.of(Decision.refuse(Reason.NO_SUCH_PAPER)));
    }

    private static Optional<Decision> checkReaders(Meeting meeting, List<String> readers) {
        if (readers.size() > Limits.NAMED_READERS) {
            return Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.NAMED_READERS));
        }
        return readers.stream().allMatch(reader -> meeting.roster().find(reader).isPresent())
                ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.NO_SUCH_PERSON));
    }
}
