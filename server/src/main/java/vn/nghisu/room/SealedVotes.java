package vn.nghisu.room;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.vote.Published;
import vn.nghisu.meeting.vote.Sealing;
import vn.nghisu.meeting.vote.Secrecy;
import vn.nghisu.secret.Ballot;
import vn.nghisu.secret.BallotBox;
import vn.nghisu.secret.Ceremony;
import vn.nghisu.secret.CheckFailed;
import vn.nghisu.secret.Count;
import vn.nghisu.secret.Election;
import vn.nghisu.secret.Keys;
import vn.nghisu.secret.Partial;
import vn.nghisu.secret.Poll;
import vn.nghisu.secret.Roll;
import vn.nghisu.secret.Share;
import vn.nghisu.secret.Sums;

/**
 * The mathematics of secret votes for meetings. What was worked out is remembered for a while, so that a room's thread finds the answers that
 * were prepared beside it. May be asked by several threads.
 */
public final class SealedVotes implements Secrecy {
    private static final int REMEMBERED = 4_096;

    private final Map<Asked, Object> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Object> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Of ballots whose proofs hold, for as long as a meeting keeps them: a room's thread does not write a thousand ballots again. */
    private final Map<List<Published.SealedContest>, Hashed> hashed = new WeakHashMap<>();

    private record Hashed(Hash election, String voter, Hash ballot) {}

    /** A question. @param of what the meeting holds as it is; of all that people send only hashes, so that nobody fills the memory with it */
    private record Asked(String what, List<?> of) {}

    /** Something to work out; whatever is found wrong leaves no answer. */
    private interface Work<T> {
        T done() throws CheckFailed;
    }

    @Override
    public boolean announces(Published.SecretPoll poll, int trustee, String commit, Published.Announcement announcement) {
        return answer("announces", List.of(hash(poll, trustee, commit, announcement)), () -> {
            Ceremony.Announcement.parse(Json.bytes(announcement)).check(Poll.parse(Json.bytes(poll)), trustee, new Hash(commit));
            return true;
        }).isPresent();
    }

    @Override
    public boolean deals(List<Published.Deal> deals) {
        return answer("deals", List.of(hash(deals)), () -> {
            Ceremony.Deal.parse(Json.bytes(deals));
            return true;
        }).isPresent();
    }

    @Override
    public Optional<String> keyCode(Published.SecretPoll poll, Published.Ceremony unconfirmed) {
        return keys(poll, unconfirmed).map(keys -> keys.code());
    }

    @Override
    public boolean confirms(Published.SecretPoll poll, Published.Ceremony unconfirmed, int trustee, Published.SumShare confirm) {
        return keys(poll, unconfirmed).flatMap(keys -> answer("confirms", List.of(keys.ceremony(), hash(trustee, confirm)), () -> {
            Ceremony.confirms(keys, trustee, Share.parse(Json.bytes(confirm)));
            return true;
        })).isPresent();
    }

    @Override
    public boolean opens(Published.SecretPoll poll, Published.Ceremony confirmed) {
        return answer("opens", List.of(hash(poll, confirmed)), () -> {
            Election.open(Poll.parse(Json.bytes(poll)), Ceremony.parse(Json.bytes(confirmed), Sealing.TRUSTEES),
                    Roll.parse(Json.bytes(List.of(new Published.Voter("nobody", 1)))));
            return true;
        }).isPresent();
    }

    @Override
    public Optional<String> proven(Published.SecretElection election, Published.SealedBallot ballot) {
        return election(election).flatMap(open -> {
            Hash hash = hash(open, ballot);
            return answer("proven", List.of(hash), () -> {
                new BallotBox(open).verify(ballot(Json.write(ballot), open));
                remember(open, ballot, hash);
                return hash.longCode();
            });
        });
    }

    @Override
    public Optional<String> formed(Published.SecretElection election, Published.SealedBallot ballot) {
        return election(election).flatMap(open -> {
            String canonical = Json.write(ballot);
            Hash hash = Ballot.hash(open, canonical);
            return answer("formed", List.of(hash), () -> ballot(canonical, open).hash(open).longCode());
        });
    }

    @Override
    public String ballotsCode(Published.SecretElection election, Collection<Published.SealedBallot> ballots) {
        return hash(election(election).orElseThrow(), ballots).longCode();
    }

    @Override
    public boolean decrypts(Published.SecretElection election, Collection<Published.SealedBallot> ballots, Published.Decryption decryption) {
        return sums(election, ballots).flatMap(sums -> verified(sums, decryption)).isPresent();
    }

    @Override
    public List<List<Integer>> count(Published.SecretElection election, Collection<Published.SealedBallot> ballots, Published.Decryption one,
            Published.Decryption other) {
        Sums sums = sums(election, ballots).orElseThrow();
        return answer("count", List.of(sums.ballots(), hash(one, other)), () -> Count.of(sums, verified(sums, one).orElseThrow(), verified(sums, other).orElseThrow()))
                .orElseThrow();
    }

    private Optional<Partial> verified(Sums sums, Published.Decryption decryption) {
        return answer("decrypts", List.of(sums.ballots(), hash(decryption)), () -> {
            Partial partial = Partial.parse(Json.bytes(decryption), sums.election().poll());
            partial.verify(sums);
            return partial;
        });
    }

    private Optional<Keys> keys(Published.SecretPoll poll, Published.Ceremony unconfirmed) {
        return answer("keys", List.of(hash(poll, unconfirmed)), () -> Ceremony.parse(Json.bytes(unconfirmed), 0).unconfirmed(Poll.parse(Json.bytes(poll))));
    }

    private Optional<Election> election(Published.SecretElection election) {
        return answer("election", List.of(election), () -> Election.open(Poll.parse(Json.bytes(election.poll())),
                Ceremony.parse(Json.bytes(election.ceremony()), Sealing.TRUSTEES), Roll.parse(Json.bytes(election.voters()))));
    }

    private static Hash hash(Object... sent) {
        return Hash.sha256(Json.bytes(List.of(sent)));
    }

    private static Ballot ballot(String canonical, Election election) throws CheckFailed {
        return Ballot.parse(canonical.getBytes(StandardCharsets.UTF_8), election.poll());
    }

    private Hash hash(Election election, Published.SealedBallot ballot) {
        Hashed known;
        synchronized (hashed) {
            known = hashed.get(ballot.contests());
        }
        return known != null && known.election().equals(election.hash()) && known.voter().equals(ballot.voter())
                ? known.ballot()
                : Ballot.hash(election, Json.write(ballot));
    }

    private void remember(Election election, Published.SealedBallot ballot, Hash hash) {
        synchronized (hashed) {
            hashed.put(ballot.contests(), new Hashed(election.hash(), ballot.voter(), hash));
        }
    }

    /** @param accepted their proofs hold */
    private Hash hash(Election election, Collection<Published.SealedBallot> accepted) {
        return Ballot.hash(election, accepted.stream().map(ballot -> {
            Hash hash = hash(election, ballot);
            remember(election, ballot, hash);
            return hash;
        }).toList());
    }

    private Optional<Sums> sums(Published.SecretElection election, Collection<Published.SealedBallot> ballots) {
        return election(election).flatMap(open -> answer("sums", List.of(hash(open, ballots)), () -> {
            List<Ballot> accepted = new ArrayList<>();
            for (Published.SealedBallot ballot : ballots) {
                accepted.add(ballot(Json.write(ballot), open));
            }
            return Sums.of(open, accepted);
        }));
    }

    /** Two threads may work out the same at the same time, and find the same. */
    @SuppressWarnings("unchecked")
    private <T> Optional<T> answer(String what, List<?> of, Work<T> work) {
        Asked asked = new Asked(what, of);
        synchronized (known) {
            Optional<T> before = (Optional<T>) known.get(asked);
            if (before != null) {
                return before;
            }
        }
        Optional<T> found;
        try {
            found = Optional.of(work.done());
        } catch (CheckFailed wrong) {
            found = Optional.empty();
        }
        synchronized (known) {
            known.put(asked, found);
        }
        return found;
    }
}
