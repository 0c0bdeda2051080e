package vn.nghisu.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A poll with its three trustees and their keys, ready for ballots. */
final class Hall {
    final Poll poll;
    final List<Trustee> trustees;
    final Ceremony ceremony;
    final Election election;
    final BallotBox box;
    private final String seed;

    Hall(String seed, Poll poll, Map<String, Integer> weights) {
        this.seed = seed;
        this.poll = poll;
        trustees = IntStream.rangeClosed(1, 3).mapToObj(i -> new Trustee(poll, i, new Dice(seed + "/trustee/" + i))).toList();
        List<Ceremony.Announcement> announcements = trustees.stream().map(Trustee::announce).toList();
        List<List<Ceremony.Deal>> deals = trustees.stream().map(trustee -> trustee.deal(announcements)).toList();
        trustees.forEach(trustee -> trustee.collect(announcements, deals));
        Ceremony unconfirmed = new Ceremony(IntStream.rangeClosed(1, 3).mapToObj(i -> announcements.get(i - 1).commitment(poll.hash(), i)).toList(),
                announcements, deals, List.of());
        Keys keys = unconfirmed.keys(poll.hash());
        ceremony = new Ceremony(unconfirmed.commits(), announcements, deals, trustees.stream().map(trustee -> trustee.confirm(keys)).toList());
        election = new Election(poll, keys, new Roll(new TreeMap<>(weights)));
        box = new BallotBox(election);
    }

    static Poll poll(String id) {
        return new Poll(id, List.of(
                new Poll.Contest("motion", List.of("agree", "disagree", "abstain"), 1, 1),
                new Poll.Contest("seats", List.of("an", "binh", "chi", "dung"), 0, 2)), List.of("tv01", "tv02", "tv03"), 3, Optional.empty(), Optional.empty());
    }

    Ballot fill(String voter, List<List<Integer>> set) {
        return new Pen(election, new Dice(seed + "/voter/" + voter)).fill(voter, set);
    }

    void cast(String voter, List<List<Integer>> set) throws CheckFailed {
        box.accept(fill(voter, set));
    }

    /** Closed and counted: decrypted by all three, counted by the first two. */
    ExportedPoll export() throws CheckFailed {
        Sums sums = box.sums();
        List<Partial> partials = trustees.stream().map(trustee -> trustee.decrypt(sums)).toList();
        return new ExportedPoll(poll, ceremony, election.keys().election(), election.roll(), List.copyOf(box.ballots()), partials,
                Count.of(sums, partials.get(0), partials.get(1)), Optional.empty());
    }
}
