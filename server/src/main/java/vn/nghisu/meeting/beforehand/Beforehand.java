package vn.nghisu.meeting.beforehand;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.session.Phase;

/**
 * What members think of an item before the meeting, and what the secretary has made of it (product P9).
 *
 * @param cutOff until when opinions are taken; without it until the opening
 * @param opinions by item id and person id
 * @param compilations by item id
 */
public record Beforehand(Optional<Instant> cutOff, PMap<String, PMap<String, Opinion>> opinions, PMap<String, Compilation> compilations) {

    public record Opinion(Stance stance, String text, Instant at) {}

    /** The secretary's text on all opinions of an item. @param counts of the opinions that counted when it was written, by what they say */
    public record Compilation(String text, Instant at, Map<Stance, Integer> counts) {}

    public static Beforehand none() {
        return new Beforehand(Optional.empty(), HashTreePMap.empty(), HashTreePMap.empty());
    }

    public Optional<Opinion> of(String item, String person) {
        return Optional.ofNullable(opinions.get(item)).flatMap(byPerson -> Optional.ofNullable(byPerson.get(person)));
    }

    public Optional<Compilation> compilation(String item) {
        return Optional.ofNullable(compilations.get(item));
    }

    /** Whose opinion on an item is wanted, in the order of the list: members and the chair, without those who take no part in it. */
    public static List<String> asked(Meeting meeting, String item) {
        return meeting.roster().all()
                .filter(person -> Rights.mayOpine(person.role()) && !meeting.recusals().keepsOut(meeting.agenda(), Optional.of(item), person.id()))
                .map(Participant::id).toList();
    }

    /**
     * The opinions on an item that count, by person id: of those who are asked. What somebody else has written stays in the journal, and
     * counts again when they come back.
     */
    public static Map<String, Opinion> counted(Meeting meeting, String item) {
        Map<String, Opinion> counted = new TreeMap<>(meeting.beforehand().opinions().getOrDefault(item, HashTreePMap.empty()));
        counted.keySet().retainAll(Set.copyOf(asked(meeting, item)));
        return counted;
    }

    /** Whether opinions are taken at this moment. */
    public static boolean isOpen(Meeting meeting, Instant now) {
        return meeting.phase() == Phase.ISSUED && meeting.beforehand().cutOff().map(now::isBefore).orElse(true);
    }

    Beforehand until(Optional<Instant> newCutOff) {
        return new Beforehand(newCutOff, opinions, compilations);
    }

    Beforehand with(String item, String person, Opinion opinion) {
        return changed(item, byPerson -> byPerson.plus(person, opinion));
    }

    Beforehand without(String item, String person) {
        return changed(item, byPerson -> byPerson.minus(person));
    }

    /** @param text empty for none @param at no later opinions are counted */
    static Beforehand compiled(Meeting meeting, String item, String text, Instant at) {
        Beforehand had = meeting.beforehand();
        Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
        counted(meeting, item).values().stream().filter(opinion -> !opinion.at().isAfter(at)).forEach(opinion -> counts.merge(opinion.stance(), 1, Integer::sum));
        return new Beforehand(had.cutOff, had.opinions, text.isEmpty() ? had.compilations.minus(item) : had.compilations.plus(item, new Compilation(text, at, Map.copyOf(counts))));
    }

    /** Whether a compilation is no other than one from before: the same text with the same numbers. */
    boolean saysTheSame(Beforehand before, String item) {
        Optional<Compilation> now = compilation(item);
        Optional<Compilation> was = before.compilation(item);
        return now.map(Compilation::text).equals(was.map(Compilation::text)) && now.map(Compilation::counts).equals(was.map(Compilation::counts));
    }

    private Beforehand changed(String item, UnaryOperator<PMap<String, Opinion>> change) {
        return new Beforehand(cutOff, opinions.plus(item, change.apply(opinions.getOrDefault(item, HashTreePMap.empty()))), compilations);
    }
}
