package vn.nghisu.signing;

/** A file can't be signed, or what was signed elsewhere can't be taken. The sentence says what happened and what to do. */
public final class SigningRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Sentence sentence;
    private final boolean ofSecret;

    SigningRefused(Sentence sentence, Throwable cause) {
        this(sentence, cause, false);
    }

    private SigningRefused(Sentence sentence, Throwable cause, boolean ofSecret) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
        this.ofSecret = ofSecret;
    }

    static SigningRefused ofSecret(Sentence sentence, Throwable cause) {
        return new SigningRefused(sentence, cause, true);
    }

    /** Whether a password or PIN was tried and is wrong. */
    public boolean isOfSecret() {
        return ofSecret;
    }

    SigningRefused(String vi, String en) {
        this(new Sentence(vi, en), null);
    }

    public Sentence sentence() {
        return sentence;
    }
}
