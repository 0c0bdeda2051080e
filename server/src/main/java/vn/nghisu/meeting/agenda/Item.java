package vn.nghisu.meeting.agenda;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One item of the agenda.
 *
 * @param parent the item above it, for the second level
 * @param presenter person or unit who presents, as words
 * @param unit submitting unit, as words
 * @param plannedMinutes 0 when not planned
 * @param spells the times when it was in hand; the last is open while it is
 */
public record Item(String id, Optional<String> parent, Outline outline, PVector<Spell> spells) {

    /** What the secretary writes about an item. */
    public record Outline(String title, ItemKind kind, String presenter, String unit, int plannedMinutes, Visibility visibility) {
        Outline stripped() {
            return new Outline(title.strip(), kind, presenter.strip(), unit.strip(), plannedMinutes, visibility);
        }
    }

    /** One stretch of time; {@code to} is absent while it runs. */
    public record Spell(Instant from, Optional<Instant> to) {
        long lengthMs(Instant now) {
            return to.orElse(now).toEpochMilli() - from.toEpochMilli();
        }
    }

    static Item of(String id, Optional<String> parent, Outline outline) {
        return new Item(id, parent, outline, TreePVector.empty());
    }

    public String title() {
        return outline.title();
    }

    public Visibility visibility() {
        return outline.visibility();
    }

    public boolean wasInHand() {
        return !spells.isEmpty();
    }

    /** Time spent in finished spells, ms. */
    public long spentMs() {
        return spells.stream().filter(spell -> spell.to().isPresent()).mapToLong(spell -> spell.lengthMs(spell.from())).sum();
    }

    /** Since when it is in hand without a pause. */
    public Optional<Instant> runningSince() {
        return last().filter(spell -> spell.to().isEmpty()).map(Spell::from);
    }

    Item begun(Instant at) {
        return runningSince().isPresent() ? this : new Item(id, parent, outline, spells.plus(new Spell(at, Optional.empty())));
    }

    Item ended(Instant at) {
        return runningSince().isEmpty()
                ? this
                : new Item(id, parent, outline, spells.with(spells.size() - 1, new Spell(last().orElseThrow().from(), Optional.of(at))));
    }

    Item written(Outline newOutline) {
        return new Item(id, parent, newOutline, spells);
    }

    Item below(Optional<String> newParent) {
        return new Item(id, newParent, outline, spells);
    }

    private Optional<Spell> last() {
        return spells.isEmpty() ? Optional.empty() : Optional.of(spells.get(spells.size() - 1));
    }
}
