package vn.nghisu.minutes;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.session.Phase;

/** The invitation (Decree 30/2020/NĐ-CP, appendix III, form 1.7). Where guests are asked too, it names no item that is not for them. */
final class InvitationWording {
    record Invitee(String name, String post) {}

    record Point(String number, String title, String presenter, String unit) {}

    record Values(List<Invitee> members, List<Invitee> guests, List<Point> items) {}

    private InvitationWording() {}

    static Wording of(Meeting meeting, MinutesDraft draft) {
        if (meeting.phase() == Phase.CANCELLED) {
            throw new PaperRefused(PaperFault.MEETING_CANCELLED);
        }
        List<Invitee> guests = invitees(meeting, person -> person.role() == Role.GUEST);
        Map<String, String> numbers = meeting.agenda().numbers();
        List<Point> items = meeting.agenda().all()
                .filter(item -> guests.isEmpty() || isForEveryone(meeting, item.id()))
                .map(item -> new Point(numbers.get(item.id()), Words.unstopped(item.title()), Words.unstopped(item.outline().presenter()), Words.unstopped(item.outline().unit())))
                .toList();
        return new Wording("Giấy mời: " + draft.title(), new Values(invitees(meeting, person -> person.role() != Role.GUEST), guests, items),
                Map.of("people", () -> AttendanceWording.tables(meeting, draft, false)));
    }

    private static boolean isForEveryone(Meeting meeting, String item) {
        return meeting.agenda().find(item).filter(found -> found.visibility() == Visibility.EVERYONE && found.parent().map(parent -> isForEveryone(meeting, parent)).orElse(true))
                .isPresent();
    }

    private static List<Invitee> invitees(Meeting meeting, Predicate<Participant> which) {
        return meeting.roster().all().filter(which).map(Drafts::person).map(person -> new Invitee(person.name(), person.shownPost())).toList();
    }
}
