package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nghisu.Until;
import vn.nghisu.meeting.vote.Published;
import vn.nghisu.meeting.vote.Published.PollContest;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SealedContest;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.secret.MadeElection;
import vn.nghisu.secret.Tablets;

class SealedVotesTest {
    private static final List<String> VOTERS = List.of("voter1", "voter2", "voter3");

    /** The rows of a ballot, which tell whether somebody looks into them. */
    private static final class Watched extends AbstractList<SealedContest> {
        private final List<SealedContest> rows;
        private int looked;

        Watched(List<SealedContest> rows) {
            this.rows = rows;
        }

        @Override
        public SealedContest get(int index) {
            looked++;
            return rows.get(index);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    @Test
    void a_ballot_whose_proofs_hold_is_not_written_again_to_know_its_code_or_that_of_all() {
        SecretElection election = MadeElection.of(List.of(new PollContest("motion", 1, List.of("for", "against"), 1)), VOTERS);
        List<Watched> rows = VOTERS.stream().map(voter -> new Watched(Tablets.fill(election, voter, List.of(List.of(1, 0)), "x").contests())).toList();
        List<SealedBallot> ballots = List.of(ballot(rows, 0), ballot(rows, 1), ballot(rows, 2));
        String code = new SealedVotes().ballotsCode(election, ballots);
        SealedVotes votes = new SealedVotes();
        ballots.forEach(ballot -> assertThat(votes.proven(election, ballot)).contains(Tablets.code(election, ballot)));
        rows.forEach(each -> each.looked = 0);

        ballots.forEach(ballot -> assertThat(votes.proven(election, ballot)).isPresent());
        assertThat(votes.ballotsCode(election, ballots)).isEqualTo(code);
        assertThat(rows).allSatisfy(each -> assertThat(each.looked).isZero());
    }

    @Test
    void the_same_rows_under_another_name_are_another_ballot() {
        SecretElection election = MadeElection.of(List.of(new PollContest("motion", 1, List.of("for", "against"), 1)), VOTERS);
        SealedVotes votes = new SealedVotes();
        SealedBallot first = Tablets.fill(election, "voter1", List.of(List.of(1, 0)), "x");
        assertThat(votes.proven(election, first)).isPresent();
        assertThat(votes.proven(election, new SealedBallot(first.contests(), "voter2"))).isEmpty();
        SecretElection other = new SecretElection(election.ceremony(), election.poll(), List.of(new Published.Voter("voter1", 2)));
        assertThat(votes.proven(other, first)).isEmpty();
    }

    @Test
    void of_parts_that_are_refused_nothing_is_kept_that_a_trustee_could_fill_the_memory_with() {
        SecretElection election = MadeElection.of(List.of(new PollContest("motion", 1, List.of("for", "against"), 1)), VOTERS);
        SealedVotes votes = new SealedVotes();
        String large = "0".repeat(10_000);
        List<WeakReference<?>> sent = new ArrayList<>();

        assertThat(votes.deals(kept(sent, List.of(new Published.Deal(large, large))))).isFalse();
        assertThat(votes.announces(election.poll(), 1, "0".repeat(64), kept(sent, new Published.Announcement(List.of(large), List.of(), large)))).isFalse();
        assertThat(votes.confirms(election.poll(), unconfirmed(election), 1, kept(sent, new Published.SumShare(large, large, large)))).isFalse();
        assertThat(votes.decrypts(election, List.of(), kept(sent, new Published.Decryption(List.of(List.of(new Published.SumShare(large, large, large))), 1)))).isFalse();

        Until.holds(() -> {
            System.gc();
            return sent.stream().allMatch(part -> part.get() == null);
        });
        assertThat(votes.deals(List.of(new Published.Deal(large, large)))).isFalse();
    }

    private static <T> T kept(List<WeakReference<?>> sent, T part) {
        sent.add(new WeakReference<>(part));
        return part;
    }

    private static Published.Ceremony unconfirmed(SecretElection election) {
        Published.Ceremony whole = election.ceremony();
        return new Published.Ceremony(whole.announcements(), whole.commits(), List.of(), whole.deals());
    }

    private static SealedBallot ballot(List<Watched> rows, int voter) {
        return new SealedBallot(rows.get(voter), VOTERS.get(voter));
    }
}
