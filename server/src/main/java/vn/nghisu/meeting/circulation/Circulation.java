package vn.nghisu.meeting.circulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Vote;

/**
 * What an opinion form has besides its questions: later deadlines and reminders; and of a meeting with a session, which closed
 * forms it takes up.
 *
 * @param reminded when somebody was reminded last, by person id
 * @param takenUp ids of forms by the ids of the items that bring their results; an item that was removed brings none
 */
public record Circulation(PVector<Extension> extensions, PMap<String, Instant> reminded, PMap<String, String> takenUp) {

    public record Extension(Instant at, String by, Instant from, Instant until, String reason) {}

    public static Circulation none() {
        return new Circulation(TreePVector.empty(), HashTreePMap.empty(), HashTreePMap.empty());
    }

    Circulation extended(Extension extension) {
        return new Circulation(extensions.plus(extension), reminded, takenUp);
    }

    Circulation reminded(List<String> people, Instant at) {
        PMap<String, Instant> next = reminded;
        for (String person : people) {
            next = next.plus(person, at);
        }
        return new Circulation(extensions, next, takenUp);
    }

    Circulation takenUp(String item, String form) {
        return new Circulation(extensions, reminded, takenUp.plus(item, form));
    }

    /** The form whose result an item brings. */
    public Optional<String> broughtBy(String item) {
        return Optional.ofNullable(takenUp.get(item));
    }

    /** The item of this meeting that brings the result of a form. */
    public static Optional<String> itemOf(Meeting meeting, String form) {
        return meeting.agenda().order().stream().filter(item -> meeting.circulation().broughtBy(item).filter(form::equals).isPresent()).findFirst();
    }

    /** The forms whose results this meeting brings; a cancelled one brings none. */
    public static Stream<String> brings(Meeting meeting) {
        return meeting.phase() == Phase.CANCELLED ? Stream.empty() : meeting.agenda().order().stream().flatMap(item -> meeting.circulation().broughtBy(item).stream());
    }

    /** The item that brings the result of a form before a meeting. */
    public static Item.Outline outline(Meeting form) {
        return new Item.Outline(Limits.title("Kết quả lấy ý kiến bằng phiếu: " + form.head().title()), ItemKind.INFORMATION, "", "", 0, Visibility.MEMBERS);
    }

    /** Whether a form waits for answers. */
    public static boolean isOut(Meeting meeting) {
        return !meeting.head().kind().hasSession() && meeting.phase() == Phase.ISSUED;
    }

    /** Whether a form waits for answers, and its deadline has passed. */
    public static boolean isDue(Meeting meeting, Instant now) {
        return isOut(meeting) && !now.isBefore(meeting.head().endsAt());
    }

    /** Whether a form has results that nothing is going to change. */
    public static boolean isSettled(Meeting meeting) {
        return !meeting.head().kind().hasSession() && meeting.phase() == Phase.CLOSED && meeting.votes().all().noneMatch(meeting.votes()::waitsForChair);
    }

    /** The questions of a form that somebody is asked, in their order. */
    public static Stream<Vote> askedOf(Meeting meeting, String person) {
        return meeting.votes().all().filter(vote -> vote.openedAt().isPresent() && vote.electorate().contains(person));
    }

    /** Who is asked something and has not answered all of it, in the order of the list. */
    public static List<String> waitingFor(Meeting meeting) {
        return meeting.roster().order().stream()
                .filter(person -> askedOf(meeting, person).anyMatch(vote -> !vote.ballots().containsKey(person)))
                .toList();
    }
}
