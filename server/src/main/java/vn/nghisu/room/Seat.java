package vn.nghisu.room;

import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Mine;

/** One connection in one room: who sits there, and what they have been told. Belongs to the room's thread. */
public final class Seat {
    private final Caller caller;
    private final Language language;
    private final Line line;
    private Mine told;
    private Audience audience;
    private boolean follows = true;

    public Seat(Caller caller, Language language, Line line) {
        this.caller = caller;
        this.language = language;
        this.line = line;
    }

    public Caller caller() {
        return caller;
    }

    public Language language() {
        return language;
    }

    public Line line() {
        return line;
    }

    Mine told() {
        return told;
    }

    void tell(Mine mine) {
        told = mine;
    }

    Audience audience() {
        return audience;
    }

    void joins(Audience newAudience) {
        audience = newAudience;
    }

    /** Uses each state of the presenter; else turned pages are enough. */
    boolean follows() {
        return follows;
    }

    /** @return whether it does so from now on and did not before */
    boolean follow(boolean on) {
        boolean begins = on && !follows;
        follows = on;
        return begins;
    }
}
