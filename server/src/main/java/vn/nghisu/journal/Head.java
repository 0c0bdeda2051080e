package vn.nghisu.journal;

/** The newest entry of a stream: its number and its hash. An empty stream has number 0 and a hash made of its name. */
public record Head(String stream, long seq, Hash hash) {

    /** Keeps the hash of a name apart from the hash of an entry, which begins with a zero byte. */
    private static final String EMPTY_PREFIX = "nghisu/journal/v1/stream/";

    public Head {
        Forms.stream(stream);
        if (seq < 0) {
            throw new IllegalArgumentException("a head's number is 0 or more");
        }
    }

    public static Head empty(String stream) {
        return new Head(stream, 0, Hash.sha256(EMPTY_PREFIX + stream));
    }
}
