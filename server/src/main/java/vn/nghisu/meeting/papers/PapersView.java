package vn.nghisu.meeting.papers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/** The papers that the reader may open, by paper id; those who prepare also see papers in preparation and withdrawn ones. */
public record PapersView(Map<String, PaperView> papers) {

    public enum Status {
        PREPARING,
        READY,
        WITHDRAWN
    }

    /**
     * One paper; a revision is another paper that supersedes it.
     *
     * @param failedPages page numbers, from 1, that could not be rendered
     * @param supersededBy the newer paper, when the reader may see it
     * @param namedReaders person ids; only told to those who prepare
     */
    public record PaperView(
            String item,
            String title,
            String fileName,
            int pages,
            long bytes,
            Access access,
            Handling handling,
            Status status,
            long addedAt,
            List<Integer> failedPages,
            Optional<String> supersedes,
            Optional<String> supersededBy,
            List<String> namedReaders,
            Optional<String> withdrawnBecause) {}

    public static PapersView of(Meeting meeting, Rights rights) {
        Map<String, PaperView> papers = new LinkedHashMap<>();
        meeting.papers().all().filter(paper -> rights.maySee(meeting, paper)).forEach(paper -> papers.put(paper.id(), view(meeting, rights, paper)));
        return new PapersView(papers);
    }

    private static PaperView view(Meeting meeting, Rights rights, Paper paper) {
        Status status = paper.isWithdrawn() ? Status.WITHDRAWN : paper.isPrepared() ? Status.READY : Status.PREPARING;
        return new PaperView(paper.itemId(), paper.title(), paper.fileName(), paper.pages(), paper.bytes(), paper.access(), paper.handling(), status,
                paper.addedAt().toEpochMilli(), paper.failedPages(),
                paper.supersedes().filter(older -> meeting.papers().find(older).filter(found -> rights.maySee(meeting, found)).isPresent()),
                meeting.papers().successor(paper.id()).filter(newer -> rights.maySee(meeting, newer)).map(Paper::id),
                rights.mayPrepare() ? paper.namedReaders() : List.of(), paper.withdrawnBecause());
    }
}
