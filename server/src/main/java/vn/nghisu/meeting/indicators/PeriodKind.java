package vn.nghisu.meeting.indicators;

/** How long a period of an indicator is. */
public enum PeriodKind {
    MONTH(12),
    QUARTER(4),
    HALF_YEAR(2),
    YEAR(1);

    private final int inYear;

    PeriodKind(int inYear) {
        this.inYear = inYear;
    }

    /** How many of them a year has. */
    public int inYear() {
        return inYear;
    }
}
