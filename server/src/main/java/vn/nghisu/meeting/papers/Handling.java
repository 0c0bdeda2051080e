package vn.nghisu.meeting.papers;

/** What its readers may do with a paper besides reading it (product D11); each next one is stricter. */
public enum Handling {
    /** The file may be taken along and pages be printed. */
    FREE,
    /** Pages are read on the screen only ("chỉ xem"). */
    VIEW_ONLY,
    /** As before, and each page bears the name of who reads it. */
    MARKED
}
