package vn.nghisu;

import vn.nghisu.cli.Nghisu;

/** The command line's door. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = Nghisu.run(args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
