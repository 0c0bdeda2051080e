package vn.nghisu.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.nghisu.meeting.vote.Published;
import vn.nghisu.room.Json;

/** Tablets of trustees and voters for tests of whole meetings: they speak what goes over the wire, and look random in the same way in every run. */
public final class Tablets {
    private static final int DEALS = 20;
    private static final int CONFIRMS = 40;
    private static final int DECRYPTS = 60;

    private Tablets() {}

    /** One trustee's tablet, with its secrets. */
    public static final class OfTrustee {
        private final Published.SecretPoll poll;
        private final int number;
        private final String seed;
        private final Ceremony.Announcement announcement;

        public OfTrustee(Published.SecretPoll poll, int number, String seed) {
            this.poll = poll;
            this.number = number;
            this.seed = seed + "/trustee/" + poll.id() + "/" + number;
            this.announcement = from(0).announce();
        }

        /** The same trustee, whose next message draws from a place of its own: what is sent doesn't depend on what was sent before. */
        private Trustee from(int place) {
            Dice dice = new Dice(seed);
            Trustee trustee = new Trustee(poll(poll), number, dice);
            for (int i = 0; i < place; i++) {
                dice.next();
            }
            return trustee;
        }

        public String commit() {
            return announcement.commitment(poll(poll).hash(), number).hex();
        }

        public Published.Announcement announce() {
            return as(announcement.json().toString(), Published.Announcement.class);
        }

        public List<Published.Deal> deal(Published.Ceremony published) {
            return from(DEALS).deal(announcements(published)).stream().map(deal -> as(deal.json().toString(), Published.Deal.class)).toList();
        }

        public Published.SumShare confirm(Published.Ceremony published) {
            Ceremony ceremony = checked(() -> Ceremony.parse(Json.bytes(published), 0));
            Trustee trustee = from(CONFIRMS);
            trustee.collect(ceremony.announcements(), ceremony.deals());
            return as(trustee.confirm(ceremony.keys(poll(poll).hash())).json().toString(), Published.SumShare.class);
        }

        public Published.Decryption decrypt(Published.SecretElection election, Collection<Published.SealedBallot> ballots) {
            Election open = open(election);
            List<Ballot> read = new ArrayList<>();
            ballots.forEach(ballot -> read.add(checked(() -> Ballot.parse(Json.bytes(ballot), open.poll()))));
            Trustee trustee = from(DECRYPTS);
            Ceremony ceremony = checked(() -> Ceremony.parse(Json.bytes(election.ceremony()), Poll.TRUSTEES));
            trustee.collect(ceremony.announcements(), ceremony.deals());
            return as(trustee.decrypt(Sums.of(open, read)).canonical(), Published.Decryption.class);
        }
    }

    /** @param set by contest the number in each mark; what isn't allowed gives a ballot whose proofs don't hold */
    public static Published.SealedBallot fill(Published.SecretElection election, String voter, List<List<Integer>> set, String seed) {
        return new OfVoters(election).fill(voter, set, seed);
    }

    /** The tablets of all voters of one vote, which have checked its keys once. For any number of threads. */
    public static final class OfVoters {
        private final Election election;

        public OfVoters(Published.SecretElection election) {
            this.election = open(election);
        }

        /** As {@link Tablets#fill}. */
        public Published.SealedBallot fill(String voter, List<List<Integer>> set, String seed) {
            return as(new Pen(election, new Dice(seed + "/voter/" + voter)).fill(voter, set).canonical(), Published.SealedBallot.class);
        }

        /** Reads and verifies these as the server does, after as many to get warm. @return ns each */
        public long verify(List<Published.SealedBallot> ballots) {
            verifyAll(ballots);
            long begun = System.nanoTime();
            verifyAll(ballots);
            return (System.nanoTime() - begun) / ballots.size();
        }

        private void verifyAll(List<Published.SealedBallot> ballots) {
            ballots.forEach(ballot -> checked(() -> {
                Ballot read = Ballot.parse(Json.bytes(ballot), election.poll());
                new BallotBox(election).verify(read);
                return read;
            }));
        }
    }

    /** What the tablet shows before it asks whether to cast. */
    public static String code(Published.SecretElection election, Published.SealedBallot ballot) {
        return Ballot.hash(open(election), Json.write(ballot)).longCode();
    }

    /** Goes through all checks of an exported poll. @return its key code and its ballots' code */
    public static List<String> verify(byte[] file) {
        ExportedPoll poll = checked(() -> ExportedPoll.parse(file));
        Sums sums = checked(poll::check);
        return List.of(sums.election().keys().code(), sums.ballots().longCode());
    }

    private static Election open(Published.SecretElection election) {
        return checked(() -> Election.open(poll(election.poll()), Ceremony.parse(Json.bytes(election.ceremony()), Poll.TRUSTEES), Roll.parse(Json.bytes(election.voters()))));
    }

    private static Poll poll(Published.SecretPoll poll) {
        return checked(() -> Poll.parse(Json.bytes(poll)));
    }

    private static List<Ceremony.Announcement> announcements(Published.Ceremony published) {
        return published.announcements().stream().map(each -> checked(() -> Ceremony.Announcement.parse(Json.bytes(each)))).toList();
    }

    private interface Reading<T> {
        T read() throws CheckFailed;
    }

    private static <T> T checked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CheckFailed wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static <T> T as(String json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
