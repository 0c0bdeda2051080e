package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.vote.Published.Announcement;
import vn.nghisu.meeting.vote.Published.Deal;
import vn.nghisu.meeting.vote.Published.Decryption;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SealedContest;
import vn.nghisu.meeting.vote.Published.SumShare;

/** What was published in a secret vote; trustees are numbered 1, 2, 3. Nothing in it tells a choice. */
public sealed interface SecretEvent extends Event {
    String vote();

    /** Trustees hear of each step of theirs. */
    @Override
    default Stream<String> concerns(Meeting before) {
        return before.votes().trustees(vote());
    }

    /** @param format version of the poll; 1 in entries of before words were bound */
    record KeyCommitted(String vote, int trustee, String commit, int format) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.sealed(old.sealing().committed(trustee, commit, format))));
        }
    }

    record KeyAnnounced(String vote, int trustee, Announcement announcement) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.sealed(old.sealing().announced(trustee, announcement))));
        }
    }

    /** @param keyCode with the last of the three: what the trustees compare */
    record KeyDealt(String vote, int trustee, List<Deal> deals, Optional<String> keyCode) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.sealed(old.sealing().dealt(trustee, deals, keyCode))));
        }
    }

    record KeyConfirmed(String vote, int trustee, SumShare confirm) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.sealed(old.sealing().confirmed(trustee, confirm))));
        }
    }

    record CeremonyVoided(String vote, String reason) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Sealing.Voided why = new Sealing.Voided(stamp.actor(), stamp.at(), reason);
            return meeting.with(meeting.votes().change(vote, old -> old.sealed(old.sealing().anew(Optional.of(why)))));
        }
    }

    /** @param code the receipt's, of ciphertexts and proofs */
    record SecretBallotCast(String vote, String person, List<SealedContest> ballot, String code) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Optional<Vote.Help> by = stamp.actor().equals(person) ? Optional.empty() : Optional.of(new Vote.Help(stamp.actor(), Optional.empty()));
            Vote.Ballot receipt = new Vote.Ballot(Optional.empty(), Optional.empty(), stamp.seq(), code, stamp.at(), by);
            return meeting.with(meeting.votes().change(vote, old -> old.withBallot(person, receipt).sealed(old.sealing().cast(new SealedBallot(ballot, person)))));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().casters(vote, person);
        }
    }

    /** A ballot that was checked and not cast. */
    record BallotSpoiled(String vote, String person, List<SealedContest> ballot, String code) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.sealed(old.sealing().spoiled(code, new SealedBallot(ballot, person)))));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.empty();
        }
    }

    /** The vote takes no more ballots; two trustees decrypt the sum of these. @param ballotsCode of the whole set */
    record CountingStarted(String vote, String ballotsCode) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.counting(stamp.at(), ballotsCode))).with(meeting.stage().showing(vote));
        }
    }

    /** The second one is followed by the vote's result. */
    record SumDecrypted(String vote, Decryption decryption) implements SecretEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.sealed(old.sealing().decrypted(decryption))));
        }
    }
}
