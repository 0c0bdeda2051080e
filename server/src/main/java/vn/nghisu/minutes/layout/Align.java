package vn.nghisu.minutes.layout;

/** How lines stand between the two sides of their column. */
public enum Align {
    LEFT,
    CENTER,
    RIGHT,
    JUSTIFIED
}
