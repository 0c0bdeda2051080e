package vn.nghisu.meeting.preparation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.Roster;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.Sending;
import vn.nghisu.meeting.franchise.FranchiseEvent;
import vn.nghisu.meeting.franchise.Practice;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteEvent;

/** Making a meeting, from the first draft to its issue or cancellation (product P1, P3). */
public sealed interface PreparationCommand extends Command {

    /** Said by the server when a meeting is made over HTTP: names of the body and its people come from the directory. */
    record CreateMeeting(
            String title,
            Kind kind,
            String bodyId,
            String bodyName,
            String parentAgency,
            String place,
            String room,
            Instant startsAt,
            Instant endsAt,
            MajorityRule rule,
            Quorum quorum,
            List<Participant> participants,
            Practice practice)
            implements PreparationCommand, InternalCommand {

        /** By the usual practice. */
        public CreateMeeting(String title, Kind kind, String bodyId, String bodyName, String parentAgency, String place, String room, Instant startsAt, Instant endsAt,
                MajorityRule rule, Quorum quorum, List<Participant> participants) {
            this(title, kind, bodyId, bodyName, parentAgency, place, room, startsAt, endsAt, rule, quorum, participants, Practice.USUAL);
        }

        @Override
        public Decision decide(Meeting meeting, Context context) {
            if (meeting.exists()) {
                return Decision.refuse(Reason.MEETING_EXISTS);
            }
            if (!context.caller().isSystem() && !context.caller().prepares().contains(bodyId)) {
                return Decision.refuse(Reason.NOT_YOURS);
            }
            return checkHead(title, room, startsAt, endsAt)
                    .or(() -> checkParticipants(meeting, participants))
                    .orElseGet(() -> Decision.accept(events()));
        }

        private List<Event> events() {
            Stream<Event> made = Stream.of(
                    new PreparationEvent.MeetingCreated(
                            title.strip(), kind, bodyId, bodyName, parentAgency, place, room.strip(), startsAt, endsAt, rule, quorum),
                    new PreparationEvent.ParticipantsNamed(participants, Optional.empty()));
            return (practice.equals(Practice.USUAL) ? made : Stream.concat(made, Stream.of(new FranchiseEvent.PracticeAdopted(practice)))).toList();
        }
    }

    /** The same from an earlier meeting; whether the caller may take over its plan is asked where the plan is taken. */
    record CreateMeetingFrom(Plan plan, CreateMeeting meeting) implements PreparationCommand, InternalCommand {
        @Override
        public Decision decide(Meeting none, Context context) {
            Decision decision = meeting.decide(none, context);
            return decision instanceof Decision.Accepted made
                    ? Decision.accept(Stream.concat(made.events().stream(), plan.events(meeting.participants())).toList())
                    : decision;
        }
    }

    record EditMeeting(String title, Kind kind, String room, Instant startsAt, Instant endsAt, Optional<String> reason)
            implements PreparationCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> checkHead(title, room, startsAt, endsAt))
                    .or(() -> kind.hasSession() == meeting.head().kind().hasSession() ? Optional.empty() : Optional.of(Decision.refuse(Reason.FORM_OR_SESSION)))
                    .or(() -> Circulation.isOut(meeting) && !endsAt.equals(meeting.head().endsAt()) ? Optional.of(Decision.refuse(Reason.EXTEND_INSTEAD)) : Optional.empty())
                    .orElseGet(() -> Decision.accept(
                            new PreparationEvent.MeetingEdited(title.strip(), kind, room.strip(), startsAt, endsAt, reason)));
        }
    }

    /** Replaces the list of participants whole. */
    record NameParticipants(List<Participant> participants, Optional<String> reason) implements PreparationCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, reason)
                    .or(() -> checkParticipants(meeting, participants))
                    .or(() -> Sending.sameVoters(meeting, participants))
                    .or(() -> keyHolders(meeting, participants))
                    .orElseGet(() -> Decision.accept(new PreparationEvent.ParticipantsNamed(participants, reason)));
        }
    }

    record IssueMeeting() implements PreparationCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Rights rights = Rights.of(meeting, context.caller());
            if (!rights.mayPrepare()) {
                return Decision.refuse(meeting.exists() && rights.maySeeMeeting() ? Reason.NOT_YOURS : Reason.NO_SUCH_MEETING);
            }
            if (meeting.phase() != Phase.DRAFT) {
                return Decision.refuse(Reason.NOT_A_DRAFT);
            }
            boolean inWriting = !meeting.head().kind().hasSession();
            if (meeting.agenda().order().isEmpty() && !inWriting) {
                return Decision.refuse(Reason.EMPTY_AGENDA);
            }
            PreparationEvent.MeetingIssued issued = new PreparationEvent.MeetingIssued();
            return meeting.papers().all().filter(paper -> !paper.isPrepared() && !paper.isWithdrawn()).findFirst()
                    .map(paper -> Decision.refuse(Reason.PAPERS_NOT_READY, paper.title()))
                    .orElseGet(() -> inWriting ? Sending.of(meeting, context, issued) : Decision.accept(issued));
        }
    }

    record CancelMeeting(String reason) implements PreparationCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Revisions.check(meeting, context, Optional.of(reason))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> meeting.phase().hasStarted() ? Optional.of(Decision.refuse(Reason.ALREADY_IN_SESSION)) : Optional.empty())
                    .orElseGet(() -> Decision.accept(Stream.<Event>concat(
                            meeting.votes().all().filter(Vote::isRunning).map(vote -> new VoteEvent.VoteCancelled(vote.id(), reason.strip())),
                            Stream.of(new PreparationEvent.MeetingCancelled(reason.strip()))).toList()));
        }
    }

    private static Optional<Decision> checkHead(String title, String room, Instant startsAt, Instant endsAt) {
        return Limits.first(
                Limits.needed(title, Fields.TITLE, Limits.TITLE_CHARACTERS),
                Limits.optional(room, Fields.ROOM, Limits.NAME_CHARACTERS),
                Limits.time(startsAt),
                Limits.time(endsAt),
                endsAt.isAfter(startsAt) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_TIME)));
    }

    /** Who leaves the committee of a secret vote that is not over loses the key with the tablet's part of it. */
    private static Optional<Decision> keyHolders(Meeting meeting, List<Participant> next) {
        Set<String> stay = next.stream().filter(person -> person.role() != Role.GUEST).map(Participant::id).collect(Collectors.toSet());
        return meeting.votes().all().filter(Vote::needsTrustees).flatMap(vote -> vote.trustees().stream().filter(person -> !stay.contains(person)).map(person ->
                Decision.refuse(Reason.HOLDS_KEY, meeting.roster().name(person), vote.question()))).findFirst();
    }

    private static Optional<Decision> checkParticipants(Meeting meeting, List<Participant> participants) {
        if (participants.size() > Limits.PARTICIPANTS) {
            return Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.PARTICIPANTS));
        }
        Set<String> seen = new HashSet<>();
        for (Participant person : participants) {
            Optional<Decision> bad = Limits.first(
                    Limits.needed(person.name(), Fields.NAME, Limits.NAME_CHARACTERS),
                    Limits.optional(person.title(), Fields.POST, Limits.TITLE_CHARACTERS),
                    Limits.optional(person.unit(), Fields.UNIT, Limits.TITLE_CHARACTERS),
                    Limits.isId(person.id()) && !Caller.isReserved(person.id()) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)),
                    person.role() == Role.GUEST && person.votes()
                            ? Optional.of(Decision.refuse(Reason.GUEST_WITHOUT_VOTE, person.name()))
                            : Optional.empty(),
                    seen.add(person.id()) ? Optional.empty() : Optional.of(Decision.refuse(Reason.DUPLICATE_PERSON, person.name())));
            if (bad.isPresent()) {
                return bad;
            }
        }
        if (participants.stream().filter(person -> person.role() == Role.CHAIR).count() != 1) {
            return Optional.of(Decision.refuse(Reason.NO_CHAIR));
        }
        if (participants.stream().noneMatch(person -> person.role() == Role.SECRETARY)) {
            return Optional.of(Decision.refuse(Reason.NO_SECRETARY));
        }
        Roster next = Roster.of(participants);
        return meeting.roster().all()
                .filter(person -> next.find(person.id()).isEmpty() && meeting.attendance().hasHistory(person.id()))
                .findFirst()
                .map(person -> Decision.refuse(Reason.PERSON_ACTIVE, person.name()));
    }
}
