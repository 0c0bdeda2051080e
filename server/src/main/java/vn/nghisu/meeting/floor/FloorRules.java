package vn.nghisu.meeting.floor;

import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Reason;

/**
 * How long and how often one may speak: data of the body, taken over by its meetings and changed there. Who leads may go beyond with a
 * warning (product F2). 0 stands for no limit.
 *
 * @param turnsPerItem most speeches and questions of one person on one item; replies and points of order are not counted
 * @param itemMinutes for all that is said on one item
 * @param warnSeconds before the end of a turn, from when on its clock warns
 */
public record FloorRules(
        Times discussion, Times question, Times reply, Times pointOfOrder, int turnsPerItem, int itemMinutes, int warnSeconds) {
    public static final int LONGEST_TURN_MINUTES = 240;
    public static final int MOST_TURNS = 20;
    public static final int LONGEST_ITEM_MINUTES = 1_440;
    public static final int LONGEST_WARNING_SECONDS = 600;

    /** Minutes of a person's first turn of a kind on an item, and of each later one. */
    public record Times(int first, int later) {
        public static final Times FREE = new Times(0, 0);
    }

    /** Nothing limited; a minute's warning. */
    public static final FloorRules FREE = new FloorRules(Times.FREE, Times.FREE, Times.FREE, Times.FREE, 0, 0, 60);

    public Times times(SpeechKind kind) {
        return switch (kind) {
            case DISCUSSION -> discussion;
            case QUESTION -> question;
            case REPLY -> reply;
            case POINT_OF_ORDER -> pointOfOrder;
        };
    }

    /** A refusal when a number is out of its range. */
    public Optional<Decision> check() {
        return Stream.of(discussion, question, reply, pointOfOrder).flatMap(times -> Stream.of(times.first(), times.later()))
                .flatMap(minutes -> minutes(minutes, LONGEST_TURN_MINUTES).stream()).findFirst()
                .or(() -> turnsPerItem >= 0 && turnsPerItem <= MOST_TURNS
                        ? Optional.empty()
                        : Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.TURNS, 0, MOST_TURNS)))
                .or(() -> minutes(itemMinutes, LONGEST_ITEM_MINUTES))
                .or(() -> warnSeconds >= 0 && warnSeconds <= LONGEST_WARNING_SECONDS
                        ? Optional.empty()
                        : Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.SECONDS, 0, LONGEST_WARNING_SECONDS)));
    }

    static Optional<Decision> minutes(int minutes, int most) {
        return minutes >= 0 && minutes <= most ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.MINUTES, 0, most));
    }
}
