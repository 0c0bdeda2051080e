package vn.nghisu.journal;

import java.util.Iterator;
import java.util.Optional;

/**
 * What a check of one stream found.
 *
 * @param entries how many entries are good, counted from the first
 * @param head the newest good entry
 * @param fault the first bad entry, if any
 */
public record StreamCheck(String stream, long entries, Head head, Optional<ChainFault> fault) {

    public boolean ok() {
        return fault.isEmpty();
    }

    /** Goes through a stream from its first entry and stops at the first fault. Entries may throw {@link UnreadableEntry}. */
    static StreamCheck of(String stream, Iterator<Entry> entries) {
        Head head = Head.empty(stream);
        long good = 0;
        try {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                Optional<ChainFault> fault = Chain.check(head, entry);
                if (fault.isPresent()) {
                    return new StreamCheck(stream, good, head, fault);
                }
                head = entry.head();
                good++;
            }
            return new StreamCheck(stream, good, head, Optional.empty());
        } catch (UnreadableEntry e) {
            return new StreamCheck(stream, good, head, Optional.of(e.fault()));
        }
    }
}
