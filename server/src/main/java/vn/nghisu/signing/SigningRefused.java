package vn.nghisu.signing;

/** A file can't be signed, or what was signed elsewhere can't be taken. The sentence says what happened and what to do. */
public final class SigningRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Sentence sentence;

    SigningRefused(Sentence sentence, Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    SigningRefused(String vi, String en) {
        this(new Sentence(vi, en), null);
    }

    public Sentence sentence() {
        return sentence;
    }
}
