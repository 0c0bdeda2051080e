package vn.nghisu.journal;

/** The forms and limits of what goes into the journal, in one place for entries, batches and deposits. */
final class Forms {

    static final int NAME_MAX_CHARS = 100;
    static final int PAYLOAD_MAX_CHARS = 1024 * 1024;
    static final int CHOICE_MAX_CHARS = 4_000;

    /** The largest whole number that every JSON reader keeps exactly (RFC 8785 §3.2.2.3). */
    static final long SEQ_MAX = (1L << 53) - 1;

    private Forms() {}

    static void stream(String stream) {
        name("stream", stream);
    }

    static void name(String what, String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(what + " must be 1 to " + NAME_MAX_CHARS + " of A-Z a-z 0-9 : . _ / -");
        }
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < '-' || c > ':') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c != '_') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= NAME_MAX_CHARS;
    }

    /** Any text without control characters, up to the limit of a name. */
    static void label(String what, String text) {
        text(what, text, NAME_MAX_CHARS);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " holds a control character");
        }
    }

    /** Well-formed Unicode: half a surrogate pair has no UTF-8 form, so two such texts would hash alike. */
    static void text(String what, String text, int maxChars) {
        if (text.length() > maxChars) {
            throw new IllegalArgumentException(what + " is longer than " + maxChars + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException(what + " is not well-formed Unicode at character " + i);
            }
        }
    }
}
