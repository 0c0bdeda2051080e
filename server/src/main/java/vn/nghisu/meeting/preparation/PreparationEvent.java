package vn.nghisu.meeting.preparation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Roster;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;

/** What happened to a meeting before it was opened. */
public sealed interface PreparationEvent extends Event {

    record MeetingCreated(
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
            Quorum quorum)
            implements PreparationEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(new Head(title, kind, bodyId, bodyName, parentAgency, place, room, startsAt, endsAt, rule, quorum,
                    TreePVector.empty()));
        }

        @Override
        public boolean changesRights() {
            return true;
        }
    }

    record MeetingEdited(String title, Kind kind, String room, Instant startsAt, Instant endsAt, Optional<String> reason)
            implements PreparationEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return Revisions.note(meeting.with(meeting.head().edited(title, kind, room, startsAt, endsAt)), stamp, reason);
        }
    }

    record ParticipantsNamed(List<Participant> participants, Optional<String> reason) implements PreparationEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Roster roster = Roster.of(participants);
            return Revisions.note(meeting.with(roster).with(meeting.franchise().on(roster, stamp.at())), stamp, reason);
        }

        @Override
        public boolean changesRights() {
            return true;
        }
    }

    record MeetingIssued() implements PreparationEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.session().issued(stamp.at()));
        }

        @Override
        public boolean changesRights() {
            return true;
        }
    }

    record MeetingCancelled(String reason) implements PreparationEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.session().cancelled(reason, stamp.at()));
        }

        @Override
        public boolean changesRights() {
            return true;
        }
    }
}
