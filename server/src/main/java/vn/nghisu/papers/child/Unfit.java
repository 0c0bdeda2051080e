package vn.nghisu.papers.child;

/** The paper can't be taken: a code of refusal and what it is about. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;
    private final int number;

    Unfit(String code, int number) {
        super(code, null, false, false);
        this.code = code;
        this.number = number;
    }

    String code() {
        return code;
    }

    int number() {
        return number;
    }
}
