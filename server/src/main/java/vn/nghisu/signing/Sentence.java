package vn.nghisu.signing;

/** What is said to people, in both languages. */
public record Sentence(String vi, String en) {
    static Sentence of(String vi, String en) {
        return new Sentence(vi, en);
    }

    @Override
    public String toString() {
        return vi + " / " + en;
    }
}
