package vn.nghisu.meeting.floor;

import java.time.Instant;
import java.util.Optional;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;

/**
 * What the rules of the floor give a person for the next turn of a kind on an item.
 *
 * @param minutes 0 for no limit
 * @param turns speeches and questions that the person has had on the item
 * @param beyond the rule that any further turn goes beyond
 */
record Allowance(int minutes, int turns, Optional<Beyond> beyond) {

    /** @param now for the turn under way; without it, its time counts up to where its clock was last stopped */
    static Allowance of(Floor floor, String person, SpeechKind kind, Optional<String> item, Optional<Instant> now) {
        FloorRules rules = floor.rules();
        int ofKind = (int) floor.turnsOn(item).filter(turn -> turn.person().equals(person) && turn.kind() == kind).count();
        int turns = (int) floor.turnsOn(item).filter(turn -> turn.person().equals(person) && isCounted(turn.kind())).count();
        Optional<Beyond> beyond = Optional.empty();
        if (item.isPresent() && isCounted(kind) && rules.turnsPerItem() > 0 && turns >= rules.turnsPerItem()) {
            beyond = Optional.of(Beyond.TURNS);
        } else if (item.isPresent() && kind != SpeechKind.POINT_OF_ORDER && rules.itemMinutes() > 0
                && floor.turnsOn(item).mapToLong(turn -> now.map(turn::spentMsAt).orElse(turn.spentMs())).sum() >= rules.itemMinutes() * 60_000L) {
            beyond = Optional.of(Beyond.ITEM_TIME);
        }
        FloorRules.Times times = rules.times(kind);
        return new Allowance(ofKind == 0 ? times.first() : times.later(), turns, beyond);
    }

    /** The rule that a turn of this length goes beyond; 0 for no limit. */
    Optional<Beyond> beyond(int wantedMinutes) {
        return beyond.or(() -> minutes > 0 && (wantedMinutes == 0 || wantedMinutes > minutes) ? Optional.of(Beyond.LENGTH) : Optional.empty());
    }

    /** The warning, which who leads may pass over. */
    Decision warning(Meeting meeting, String person, Beyond passed) {
        String name = meeting.roster().name(person);
        return switch (passed) {
            case TURNS -> Decision.refuse(Reason.TURNS_USED, name, turns);
            case ITEM_TIME -> Decision.refuse(Reason.DISCUSSION_TIME_USED, meeting.floor().rules().itemMinutes());
            case LENGTH -> Decision.refuse(Reason.LONGER_THAN_RULES, name, minutes);
        };
    }

    private static boolean isCounted(SpeechKind kind) {
        return kind == SpeechKind.DISCUSSION || kind == SpeechKind.QUESTION;
    }
}
