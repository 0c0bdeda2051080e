package vn.nghisu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.documents.DocumentEvent;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.room.EventCodec;
import vn.nghisu.room.Rooms;

/**
 * Holds the files of official papers that journals name against what is in {@code documents/} of the data folder.
 *
 * @param files how many were looked at, up to the first bad one
 * @param bad the first that is missing or was changed
 */
record IssuedFilesCheck(int files, Optional<Bad> bad) {
    private static final String TYPES = "Document";

    /** @param file its SHA-256 @param missing otherwise it was changed */
    record Bad(String stream, long entry, String file, boolean missing) {}

    /** @param journal already verified */
    static IssuedFilesCheck run(Journal journal, Path dataFolder) throws IOException {
        OfficialFiles files = OfficialFiles.toRead(dataFolder);
        int looked = 0;
        for (String stream : journal.streams().stream().filter(name -> name.startsWith(Rooms.STREAMS)).toList()) {
            for (Entry entry : journal.all(stream, 0)) {
                for (String file : named(entry).toList()) {
                    looked++;
                    try {
                        if (files.read(file).isEmpty()) {
                            return new IssuedFilesCheck(looked, Optional.of(new Bad(stream, entry.seq(), file, true)));
                        }
                    } catch (IOException e) { // it says so of one that is not what was put there
                        return new IssuedFilesCheck(looked, Optional.of(new Bad(stream, entry.seq(), file, false)));
                    }
                }
            }
        }
        return new IssuedFilesCheck(looked, Optional.empty());
    }

    private static Stream<String> named(Entry entry) {
        if (!entry.type().startsWith(TYPES)) {
            return Stream.empty();
        }
        Event event = EventCodec.event(entry);
        if (event instanceof DocumentEvent.DocumentMade made) {
            return made.content().files();
        }
        return event instanceof DocumentEvent.DocumentSigned signed ? Stream.of(signed.file()) : Stream.empty();
    }
}
