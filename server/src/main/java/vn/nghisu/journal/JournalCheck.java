package vn.nghisu.journal;

import java.util.List;
import java.util.Optional;

/**
 * Goes through every stream of a journal, also of a folder whose server is stopped
 * ({@code new H2Journal(Database.forReading(folder))}).
 *
 * @param streams one check for each stream, in the order of their names
 */
public record JournalCheck(List<StreamCheck> streams) {

    public JournalCheck {
        streams = List.copyOf(streams);
    }

    /** Reads the whole journal. @throws JournalBroken when the database can't be read at all */
    public static JournalCheck run(Journal journal) {
        return new JournalCheck(journal.streams().stream().map(stream -> stream(journal, stream)).toList());
    }

    public boolean ok() {
        return streams.stream().allMatch(StreamCheck::ok);
    }

    public List<ChainFault> faults() {
        return streams.stream().map(StreamCheck::fault).flatMap(Optional::stream).toList();
    }

    public long entries() {
        return streams.stream().mapToLong(StreamCheck::entries).sum();
    }

    /** Checks one stream, and its end against the head that is stored beside it. */
    public static StreamCheck stream(Journal journal, String stream) {
        StreamCheck check;
        try {
            check = StreamCheck.of(stream, new ReadAhead(journal, stream));
        } catch (IllegalArgumentException e) {
            return bad(stream, 0, Head.empty("unreadable"), ChainFault.Reason.FORM, String.valueOf(e.getMessage()));
        }
        if (!check.ok()) {
            return check;
        }
        Head end = check.head();
        try {
            Head stored = journal.head(stream);
            return stored.equals(end)
                    ? check
                    : bad(stream, check.entries(), end, ChainFault.Reason.HEAD, "the stream ends at number " + end.seq() + " ("
                            + end.hash().shortCode() + "), its head is number " + stored.seq() + " (" + stored.hash().shortCode() + ")");
        } catch (IllegalArgumentException e) {
            return bad(stream, check.entries(), end, ChainFault.Reason.HEAD, "the head can't be read: " + e.getMessage());
        }
    }

    private static StreamCheck bad(String stream, long entries, Head head, ChainFault.Reason reason, String why) {
        return new StreamCheck(stream, entries, head, Optional.of(new ChainFault(stream, entries + 1, reason, why)));
    }
}
