package vn.nghisu.meeting;

/** The two languages of every text; Vietnamese is the default. */
public enum Language {
    VI,
    EN;

    public static Language of(String tag) {
        return tag != null && tag.toLowerCase(java.util.Locale.ROOT).startsWith("en") ? EN : VI;
    }
}
