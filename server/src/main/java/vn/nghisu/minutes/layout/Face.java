package vn.nghisu.minutes.layout;

/** The four faces of Liberation Serif, which has the widths of Times New Roman. */
enum Face {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private final String file;

    Face(String file) {
        this.file = "/fonts/LiberationSerif-" + file + ".ttf";
    }

    String resource() {
        return file;
    }

    static Face of(boolean bold, boolean italic) {
        return bold ? (italic ? BOLD_ITALIC : BOLD) : (italic ? ITALIC : REGULAR);
    }
}
