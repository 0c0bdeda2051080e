package vn.nghisu.meeting;

/** The two languages of every text; Vietnamese is the default. */
public enum Language {
    VI,
    EN;

    /** That one of two wordings which is in this language. */
    public String either(String vi, String en) {
        return this == VI ? vi : en;
    }

    public static Language of(String tag) {
        return tag != null && tag.toLowerCase(java.util.Locale.ROOT).startsWith("en") ? EN : VI;
    }
}
