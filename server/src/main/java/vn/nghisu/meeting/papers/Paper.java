package vn.nghisu.meeting.papers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A paper of the meeting. Its bytes never change; a revision is a new paper that supersedes it.
 *
 * @param id id in this meeting, 12 characters
 * @param sha256 name of its content, lower-case hex
 * @param pages number of pages
 * @param prepared when its page images and words were ready; absent before
 * @param failedPages numbers, from 1, of pages that could not be rendered
 * @param withdrawnBecause reason of the withdrawal, when withdrawn
 * @param handling what readers may do with it besides reading
 */
public record Paper(
        String id,
        String itemId,
        String title,
        String fileName,
        String sha256,
        int pages,
        long bytes,
        Access access,
        List<String> namedReaders,
        Optional<String> supersedes,
        Instant addedAt,
        Optional<Instant> prepared,
        List<Integer> failedPages,
        Optional<String> withdrawnBecause,
        Handling handling) {

    public boolean isPrepared() {
        return prepared.isPresent();
    }

    public boolean isWithdrawn() {
        return withdrawnBecause.isPresent();
    }

    Paper preparedAt(Instant at, List<Integer> failed) {
        return new Paper(id, itemId, title, fileName, sha256, pages, bytes, access, namedReaders, supersedes, addedAt, Optional.of(at),
                List.copyOf(failed), withdrawnBecause, handling);
    }

    Paper openTo(Access newAccess, List<String> readers) {
        return new Paper(id, itemId, title, fileName, sha256, pages, bytes, newAccess, List.copyOf(readers), supersedes, addedAt,
                prepared, failedPages, withdrawnBecause, handling);
    }

    Paper named(String newTitle, String newItem) {
        return new Paper(id, newItem, newTitle, fileName, sha256, pages, bytes, access, namedReaders, supersedes, addedAt, prepared,
                failedPages, withdrawnBecause, handling);
    }

    Paper withdrawn(String reason) {
        return new Paper(id, itemId, title, fileName, sha256, pages, bytes, access, namedReaders, supersedes, addedAt, prepared,
                failedPages, Optional.of(reason), handling);
    }

    Paper handled(Handling newHandling) {
        return new Paper(id, itemId, title, fileName, sha256, pages, bytes, access, namedReaders, supersedes, addedAt, prepared,
                failedPages, withdrawnBecause, newHandling);
    }
}
