package vn.nghisu.minutes.layout;

/** A4 portrait and the sizes of Decree 30/2020/NĐ-CP, appendix I, in points unless the name says otherwise. */
final class Sheet {
    private static final float POINTS_A_MM = 72f / 25.4f;

    static final float WIDTH = 210 * POINTS_A_MM;
    static final float HEIGHT = 297 * POINTS_A_MM;
    /** Top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
    static final float TOP = 20 * POINTS_A_MM;
    static final float BOTTOM = 20 * POINTS_A_MM;
    static final float LEFT = 30 * POINTS_A_MM;
    static final float RIGHT = 15 * POINTS_A_MM;

    static final float TEXT_WIDTH = WIDTH - LEFT - RIGHT;
    static final float TEXT_HEIGHT = HEIGHT - TOP - BOTTOM;
    static final float PAGE_NUMBER_BASELINE = 13 * POINTS_A_MM;
    /** Above the page's number. */
    static final float STANDING_BASELINE = 8.5f * POINTS_A_MM;
    static final float STANDING = 11;
    static final float QR_WIDTH = 30 * POINTS_A_MM;

    static final float FIRST_LINE_INDENT = 12.7f * POINTS_A_MM;
    static final float PARAGRAPH_SPACE = 6;

    static final float NATION = 12;
    static final float MOTTO = 13;
    static final float AGENCY = 12;
    static final float NUMBER = 13;
    static final float TITLE = 14;
    static final float BODY = 13;
    static final float ROLE = 13;
    static final float RECIPIENTS_WORD = 12;
    static final float RECIPIENTS = 11;
    static final float ANNEX = 10;

    /** Line pitch over font size: 1.1 lines of Times New Roman, whose single line is 1.149 of its size. */
    static final float LEADING = 1.149f * 1.1f;
    /** Line pitch of headers, tables and small print: single. */
    static final float SINGLE = 1.149f;

    private Sheet() {}
}
