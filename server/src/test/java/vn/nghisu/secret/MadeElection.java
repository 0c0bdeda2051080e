package vn.nghisu.secret;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.nghisu.meeting.vote.Published;

/** An election that is open, with keys that three tablets have made, for tests that need no meeting around it. */
public final class MadeElection {
    private static final List<String> TRUSTEES = List.of("trustee1", "trustee2", "trustee3");

    private MadeElection() {}

    /** @param voters ascending */
    public static Published.SecretElection of(List<Published.PollContest> contests, List<String> voters) {
        Published.SecretPoll poll = new Published.SecretPoll(contests, "m:v:1", 3, TRUSTEES, 1, Optional.empty(), Optional.empty());
        List<Tablets.OfTrustee> tablets = IntStream.rangeClosed(1, TRUSTEES.size()).mapToObj(number -> new Tablets.OfTrustee(poll, number, "made")).toList();
        List<Published.Announcement> announcements = tablets.stream().map(Tablets.OfTrustee::announce).toList();
        List<String> commits = tablets.stream().map(Tablets.OfTrustee::commit).toList();
        Published.Ceremony announced = new Published.Ceremony(announcements, commits, List.of(), List.of());
        List<List<Published.Deal>> deals = tablets.stream().map(tablet -> tablet.deal(announced)).toList();
        Published.Ceremony dealt = new Published.Ceremony(announcements, commits, List.of(), deals);
        List<Published.SumShare> confirms = tablets.stream().map(tablet -> tablet.confirm(dealt)).toList();
        return new Published.SecretElection(new Published.Ceremony(announcements, commits, confirms, deals), poll,
                voters.stream().map(voter -> new Published.Voter(voter, 1)).toList());
    }
}
