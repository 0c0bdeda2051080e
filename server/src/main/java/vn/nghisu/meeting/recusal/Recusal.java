package vn.nghisu.meeting.recusal;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Somebody takes no part in one item, since they have a stake in it (product A5).
 *
 * @param item with all below it
 * @param by who said so: the person, or one who leads
 * @param spells the times for which it held; the last is open while it does
 * @param takenBack whether it was taken back; else it has only come to rest with the item, and holds again when the item comes back
 */
public record Recusal(String item, String person, String by, String reason, PVector<Spell> spells, boolean takenBack) {

    /** One stretch of time; {@code to} is absent while it runs. */
    public record Spell(Instant from, Optional<Instant> to) {}

    static Recusal from(Instant at, String item, String person, String by, String reason) {
        return new Recusal(item, person, by, reason, TreePVector.singleton(new Spell(at, Optional.empty())), false);
    }

    /** Whether it was not the person's own word. */
    public boolean isImposed() {
        return !by.equals(person);
    }

    /** Whether it closes the papers and the floor now. */
    public boolean holds() {
        return last().to().isEmpty();
    }

    /** Whether it keeps the person out of votes on the item: these may come before and after the item is in hand. */
    public boolean stands() {
        return !takenBack;
    }

    public Spell last() {
        return spells.get(spells.size() - 1);
    }

    Recusal again(Instant at, String whose, String why) {
        return new Recusal(item, person, whose, why, holds() ? spells : spells.plus(new Spell(at, Optional.empty())), false);
    }

    Recusal ended(Instant at, boolean forGood) {
        return new Recusal(item, person, by, reason,
                holds() ? spells.with(spells.size() - 1, new Spell(last().from(), Optional.of(at))) : spells, forGood);
    }
}
