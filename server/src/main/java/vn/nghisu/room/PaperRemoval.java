package vn.nghisu.room;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.retention.RetentionLog;
import vn.nghisu.search.PageIndex;

/** Takes the files of destroyed papers away, with their words in search, and tells of each what became of it. One thread at a time. Blocks. */
final class PaperRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(PaperRemoval.class);

    private final Rooms rooms;
    private final PaperStore store;
    private final PageIndex pages;
    private final RetentionLog log;
    /** Files that are gone, but not their words. */
    private final Set<String> wordsLeft = new HashSet<>();

    PaperRemoval(Rooms rooms, PaperStore store, PageIndex pages, RetentionLog log) {
        this.rooms = rooms;
        this.store = store;
        this.pages = pages;
        this.log = log;
    }

    boolean hasWordsLeft() {
        return !wordsLeft.isEmpty();
    }

    /** Writes down what became of a meeting's files. */
    void note(String run, String meeting, Set<String> files, Map<String, Fate> fates) {
        if (!files.isEmpty()) {
            log.notePapers(run, meeting, Stream.of(Fate.values()).map(fate -> gone(meeting, fate, files.stream().filter(file -> fates.get(file) == fate || fate == Fate.GONE && fates.get(file).isGone()).toList())).toList());
        }
    }

    enum Fate {
        GONE(RetentionLog.PAPERS),
        /** The file is gone. */
        WORDS_LEFT(RetentionLog.PAPERS_WORDS),
        KEPT(RetentionLog.PAPERS_KEPT),
        UNKNOWN(RetentionLog.PAPERS_UNKNOWN),
        FAILED(RetentionLog.PAPERS_FAILED);

        private final String rule;

        Fate(String rule) {
            this.rule = rule;
        }

        boolean isGone() {
            return this == GONE || this == WORDS_LEFT;
        }
    }

    private static RetentionLog.Gone gone(String meeting, Fate fate, List<String> papers) {
        return new RetentionLog.Gone(meeting, fate.rule, papers.size(), papers.stream().distinct().sorted().collect(Collectors.joining(" ")));
    }

    /** Removes files and their words. One that another meeting has stays for that one, as do all while it is not known what a meeting needs. */
    Map<String, Fate> drop(Set<String> files) {
        boolean unknown = rooms.lackOne();
        Map<String, Fate> fates = new HashMap<>();
        files.forEach(sha256 -> fates.put(sha256, unknown ? Fate.UNKNOWN : rooms.all().map(Room::meeting).anyMatch(meeting -> meeting.needsFile(sha256)) ? Fate.KEPT : destroy(sha256)));
        Set<String> gone = files.stream().filter(sha256 -> fates.get(sha256) == Fate.GONE).collect(Collectors.toSet());
        wordsLeft.addAll(gone);
        try {
            if (!wordsLeft.isEmpty()) {
                pages.remove(wordsLeft);
                wordsLeft.clear();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The words of destroyed papers could not be taken out of the search index; it is tried again, and the next start does it", e);
            gone.forEach(sha256 -> fates.put(sha256, Fate.WORDS_LEFT));
        }
        return fates;
    }

    private Fate destroy(String sha256) {
        try {
            store.destroy(sha256);
            return Fate.GONE;
        } catch (IOException e) {
            LOG.error("The file of a destroyed paper could not be removed and is tried again", e);
            return Fate.FAILED;
        }
    }
}
