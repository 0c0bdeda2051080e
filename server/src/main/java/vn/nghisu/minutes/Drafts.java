package vn.nghisu.minutes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.attendance.Presence;
import vn.nghisu.meeting.franchise.Substitution;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.minutes.MinutesDraft.Absentee;
import vn.nghisu.minutes.MinutesDraft.Attendee;
import vn.nghisu.minutes.MinutesDraft.Person;
import vn.nghisu.minutes.MinutesDraft.Place;
import vn.nghisu.minutes.MinutesDraft.Registration;
import vn.nghisu.minutes.MinutesDraft.Stay;

/** Writes the draft of the minutes from the meeting as its journal tells it (product M1); at any moment of the meeting. */
public final class Drafts {
    private static final List<String> GATHERINGS = List.of("phiên họp", "cuộc họp", "hội nghị", "kỳ họp");
    private static final List<String> RECIPIENTS = List.of("Như thành phần tham dự");
    private static final Duration SLIP = Duration.ofMinutes(1);

    private final Meeting meeting;

    private Drafts(Meeting meeting) {
        this.meeting = meeting;
    }

    /** A draft with the number of the signed minutes where they stand. It tells of all items, also those that guests may not see. */
    public static MinutesDraft of(Meeting meeting, Head journal) {
        Optional<Content.Number> number = meeting.documents().standing(DocumentKind.MINUTES, Optional.empty()).filter(paper -> !paper.signatures().isEmpty()).flatMap(paper -> paper.content().number());
        return of(meeting, journal, number.map(Content.Number::ordinal), number.map(given -> MinutesDraft.Registration.letters(given.notation())));
    }

    /**
     * @param journal the head of the meeting's stream that made {@code meeting}
     * @param number in the year's series
     * @param notation the agency's letters after "BB-"
     */
    public static MinutesDraft of(Meeting meeting, Head journal, Optional<Integer> number, Optional<String> notation) {
        return new Drafts(meeting).draft(journal, number, notation);
    }

    private MinutesDraft draft(Head journal, Optional<Integer> number, Optional<String> notation) {
        Optional<String> parent = Optional.of(meeting.head().parentAgency()).filter(name -> !name.isBlank());
        return new MinutesDraft(
                new Registration(parent, meeting.head().bodyName(), number, notation),
                gathering(meeting.head().title(), meeting.head().kind()),
                meeting.head().title(),
                meeting.head().room(),
                meeting.session().openedAt(),
                meeting.session().closedAt(),
                Duration.ofMinutes(meeting.attendance().graceMinutes()),
                meeting.session().openedAt().map(this::quorumAt),
                attendees(meeting.roster().all().filter(person -> person.role() != Role.GUEST)),
                absentees(),
                attendees(meeting.roster().all().filter(person -> person.role() == Role.GUEST)),
                meeting.roster().chair().map(Drafts::person).orElse(new Person("…", "")),
                meeting.roster().secretaries().map(Drafts::person).toList(),
                new Course(meeting).steps(),
                RECIPIENTS,
                journal);
    }

    /** As its own title calls it, else by its kind. */
    static String gathering(String title, Kind kind) {
        String first = title.strip().toLowerCase(Locale.ROOT);
        return GATHERINGS.stream().filter(first::startsWith).findFirst().orElseGet(() -> gathering(kind));
    }

    private static String gathering(Kind kind) {
        return switch (kind) {
            case REGULAR, SPECIAL -> "phiên họp";
            case URGENT, REVIEW -> "cuộc họp";
            case CONFERENCE -> "hội nghị";
            case OPINION_FORM -> "đợt lấy ý kiến";
        };
    }

    static Person person(Participant participant) {
        String title = participant.title().strip();
        String unit = participant.unit().strip();
        if (title.isEmpty() || unit.isEmpty()) {
            return new Person(participant.name(), title + unit);
        }
        return new Person(participant.name(), title.contains(unit) ? title : title + ", " + unit);
    }

    /** The times of somebody's presence that fall into the session; none for who never came. */
    static List<Stay> stays(Meeting meeting, String person) {
        return new Drafts(meeting).stays(meeting.attendance().of(person));
    }

    private Quorum.Standing quorumAt(Instant opened) {
        return meeting.head().quorum().standing(
                (int) meeting.roster().voting().count(),
                (int) meeting.roster().voting().filter(person -> isThere(person.id(), opened)).count());
    }

    /** At an instant, in person or by a substitute with the vote. */
    private boolean isThere(String member, Instant at) {
        return meeting.attendance().of(member).at(at) || meeting.franchise().substitutions().stream()
                .anyMatch(each -> each.member().equals(member) && each.votes() && each.at(at) && meeting.attendance().of(each.substitute()).at(at));
    }

    private List<Attendee> attendees(Stream<Participant> people) {
        List<Attendee> attendees = new ArrayList<>();
        people.forEach(participant -> {
            List<Stay> stays = stays(meeting.attendance().of(participant.id()));
            if (!stays.isEmpty()) {
                attendees.add(new Attendee(person(participant), participant.votes(), stays, places(participant.id())));
            }
        });
        return attendees;
    }

    /** Guests who did not come are not told of. */
    private List<Absentee> absentees() {
        return meeting.roster().all()
                .filter(participant -> participant.role() != Role.GUEST && stays(meeting.attendance().of(participant.id())).isEmpty())
                .map(participant -> new Absentee(person(participant), participant.votes(),
                        meeting.attendance().of(participant.id()).absence().orElse(""),
                        substitutions().filter(each -> each.member().equals(participant.id())).reduce((first, last) -> last)
                                .flatMap(each -> meeting.roster().find(each.substitute())).map(Drafts::person)))
                .toList();
    }

    private List<Place> places(String substitute) {
        return substitutions().filter(each -> each.substitute().equals(substitute))
                .flatMap(each -> meeting.roster().find(each.member()).map(member -> new Place(person(member), each.votes(), each.from(), each.to())).stream())
                .toList();
    }

    /** Those that held in the session, or hold. */
    private Stream<Substitution> substitutions() {
        return meeting.franchise().substitutions().stream()
                .filter(each -> each.holds() || meeting.session().openedAt().map(opened -> each.to().filter(opened::isBefore).isPresent()).orElse(false));
    }

    /** The times of presence that fall into the session; before the opening, all of them. */
    private List<Stay> stays(Presence presence) {
        return joined(presence.stays().stream()
                .filter(stay -> meeting.session().openedAt().map(opened -> stay.to().map(opened::isBefore).orElse(true)).orElse(true))
                .map(stay -> new Stay(stay.from(), stay.to(), stay.manner()))
                .toList());
    }

    /** What lasted less than a minute before the next began was a slip of the finger: the next stay stands for both. */
    private static List<Stay> joined(List<Stay> stays) {
        List<Stay> joined = new ArrayList<>();
        for (Stay stay : stays) {
            Instant from = stay.from();
            if (!joined.isEmpty() && from.isBefore(joined.get(joined.size() - 1).from().plus(SLIP))) {
                from = joined.remove(joined.size() - 1).from();
            }
            Optional<Stay> before = joined.isEmpty() ? Optional.empty() : Optional.of(joined.get(joined.size() - 1));
            if (before.isPresent() && before.get().manner() == stay.manner() && before.get().to().filter(from::equals).isPresent()) {
                from = joined.remove(joined.size() - 1).from();
            }
            joined.add(new Stay(from, stay.to(), stay.manner()));
        }
        return joined;
    }
}
