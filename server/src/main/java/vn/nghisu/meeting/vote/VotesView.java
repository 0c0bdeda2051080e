package vn.nghisu.meeting.vote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Text;

/**
 * Votes as the reader may see them. Prepared votes are for those who lead; choices and names only after closing, names only of
 * open votes.
 *
 * @param running id of the vote that is open or on hold
 */
public record VotesView(List<String> order, Map<String, VoteView> votes, Optional<String> running) {

    /**
     * @param contests what the form asks, mark by mark
     * @param entitled number of voters on the frozen list
     * @param recused members with a vote who take no part in the item, and so are not among the members
     * @param holders who casts the ballot of whom, of those on the list who were not present
     * @param substituted those of them in whose place somebody has come, who casts it
     * @param weights votes of those on the list who have more than one, by person id
     * @param received ballots counted so far
     * @param rollCall the calling of names, as far as it has come
     * @param waitingFor voters whose ballot has not come; only told to those who lead, while the vote runs
     * @param endsAt end of the countdown, ms
     * @param closedAt when ballots were no longer taken; a secret vote may still be counted then
     * @param secret keys and count of a secret vote
     */
    public record VoteView(
            String question,
            Optional<String> item,
            Mode mode,
            Form form,
            List<Contest> contests,
            MajorityRule rule,
            Quorum quorum,
            Vote.State state,
            int members,
            int entitled,
            List<String> recused,
            Map<String, String> holders,
            List<String> substituted,
            Map<String, Integer> weights,
            int received,
            Optional<Long> openedAt,
            Optional<Long> endsAt,
            Optional<Long> closedAt,
            Optional<List<String>> waitingFor,
            Optional<RollCallView> rollCall,
            Optional<ResultView> result,
            Optional<String> repeats,
            Optional<String> cancelledBecause,
            Optional<SecretView> secret) {}

    /**
     * Names as they are called in an open vote, with the answers so far.
     *
     * @param called whose name was called last
     * @param second whether those who did not answer are being called once more
     * @param over whether there is nobody left to call
     * @param answers mark ids by person id
     */
    public record RollCallView(List<String> order, Optional<String> called, boolean second, boolean over, Map<String, List<String>> answers) {}

    /**
     * The result after closing.
     *
     * @param counts people, or the ballots they cast, by mark id; empty where only sums of votes of different weight are known, and where a secret vote was not counted
     * @param votes the same in votes where members have different numbers of them; then these decide
     * @param blank ballots without a mark; 0 in a secret vote, where nobody knows
     * @param base number that the rule divides by; of the first name where each is decided by itself
     * @param needed votes for that would have sufficed
     * @param notVoted present, not voted
     * @param sentence the verdict explaining itself
     * @param lines what became of each option or name
     * @param names mark ids by person id, of open votes
     * @param withoutBallot those on the list who have not voted, of open votes
     * @param opinions in the voters' own words, in the order of their letters; with the names beside them in an open vote
     * @param helped who has cast the ballot of whom, in an open vote
     * @param corrections what was put right after the closing, oldest first
     * @param receipts codes of all counted ballots, sorted, so that everybody finds the own one
     */
    public record ResultView(
            Map<String, Integer> counts,
            Optional<Map<String, Integer>> votes,
            int cast,
            int blank,
            int notVoted,
            int base,
            int needed,
            Verdict.Outcome outcome,
            Text sentence,
            List<Verdict.Line> lines,
            Optional<Map<String, List<String>>> names,
            List<String> withoutBallot,
            List<OpinionView> opinions,
            Map<String, HelpView> helped,
            List<CorrectionView> corrections,
            List<String> receipts) {}

    /** @param reason absent where the vote was given to that member */
    public record HelpView(String by, Optional<String> reason) {}

    /**
     * @param was marks before, absent when there was no ballot
     * @param now marks since, absent when there is none
     * @param sentence of the result before
     */
    public record CorrectionView(
            long at, String by, String person, Optional<List<String>> was, Optional<List<String>> now, String reason, Verdict.Outcome outcome, Text sentence) {}

    /** @param person who wrote it, in an open vote */
    public record OpinionView(Optional<String> person, String words) {}

    public static VotesView of(Meeting meeting, Rights rights) {
        return made(meeting, rights, vote -> Optional.empty());
    }

    /** This view, of an earlier state and the same rights, moved on: a vote that has not changed is not looked at again. */
    public VotesView after(Meeting before, Meeting now, Rights rights) {
        return made(now, rights, vote -> before.votes().find(vote.id())
                .filter(was -> was == vote)
                .flatMap(was -> Optional.ofNullable(votes.get(was.id())))
                .filter(known -> known.repeats().equals(repeats(now, vote, rights))));
    }

    private static VotesView made(Meeting meeting, Rights rights, Function<Vote, Optional<VoteView>> known) {
        Map<String, VoteView> votes = new LinkedHashMap<>();
        meeting.votes().all().filter(vote -> rights.maySee(meeting, vote))
                .forEach(vote -> votes.put(vote.id(), known.apply(vote).orElseGet(() -> view(meeting, vote, rights))));
        return new VotesView(List.copyOf(votes.keySet()), votes,
                meeting.votes().running().filter(vote -> meeting.head().kind().hasSession()).map(Vote::id).filter(votes::containsKey));
    }

    private static VoteView view(Meeting meeting, Vote vote, Rights rights) {
        Vote.Motion motion = vote.motion();
        Optional<List<String>> waitingFor = rights.mayLead() && vote.isRunning()
                ? Optional.of(vote.electorate().stream().filter(person -> !vote.ballots().containsKey(person)).toList())
                : Optional.empty();
        return new VoteView(motion.question(), motion.item(), motion.mode(),
                motion.form(), motion.form().contests(), motion.rule(), motion.quorum(), vote.state(), vote.quorum().members(), vote.electorate().size(), rights.isInside() ? List.copyOf(vote.electorate().recused()) : List.of(),
                vote.electorate().holders(), List.copyOf(vote.electorate().substituted()), vote.electorate().weights(), vote.ballots().size(),
                vote.openedAt().map(Instant::toEpochMilli), vote.endsAt().map(Instant::toEpochMilli), vote.closedAt().map(Instant::toEpochMilli),
                waitingFor, vote.rollCall().map(calling -> view(vote, calling)), vote.tally().map(tally -> result(vote, tally)),
                repeats(meeting, vote, rights), vote.cancelledBecause(), SecretView.of(vote, rights.isInside()));
    }

    private static RollCallView view(Vote vote, RollCall calling) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        calling.order().forEach(person -> Optional.ofNullable(vote.ballots().get(person)).flatMap(Vote.Ballot::marks).ifPresent(marks -> answers.put(person, marks)));
        return new RollCallView(calling.order(), calling.called(), calling.isSecond(), calling.next(vote.ballots().keySet()).isEmpty(), answers);
    }

    /** What a vote repeats may become visible without a change of the vote itself. */
    private static Optional<String> repeats(Meeting meeting, Vote vote, Rights rights) {
        return vote.repeats().filter(earlier -> meeting.votes().find(earlier).filter(found -> rights.maySee(meeting, found)).isPresent());
    }

    private static ResultView result(Vote vote, Tally tally) {
        MajorityRule rule = vote.motion().rule();
        Tally.Sums heads = tally.heads();
        int base = tally.deciding().base(rule.base(), vote.motion().form().contests().get(0));
        Verdict verdict = vote.verdict().orElseThrow();
        Optional<Map<String, List<String>>> names = Optional.empty();
        Map<String, HelpView> helped = new LinkedHashMap<>();
        List<OpinionView> opinions = vote.opinions().stream().map(words -> new OpinionView(Optional.empty(), words)).toList();
        if (vote.showsNames()) {
            Map<String, List<String>> marks = new LinkedHashMap<>();
            vote.electorate().stream().forEach(person -> Optional.ofNullable(vote.ballots().get(person))
                    .flatMap(Vote.Ballot::marks).ifPresent(marked -> marks.put(person, marked)));
            names = Optional.of(marks);
            marks.keySet().forEach(person -> vote.ballots().get(person).by().ifPresent(help -> helped.put(person, new HelpView(help.person(), help.reason()))));
            opinions = marks.keySet().stream().flatMap(person -> vote.ballots().get(person).words()
                    .map(words -> new OpinionView(Optional.of(person), words)).stream()).toList();
        }
        List<String> receipts = new ArrayList<>(vote.ballots().values().stream().map(Vote.Ballot::code).sorted().toList());
        return new ResultView(heads.counts(), tally.weights().map(Tally.Sums::counts), heads.cast(), heads.blank(), heads.notVoted(), base,
                rule.needed(base), verdict.outcome(), verdict.sentence(), verdict.lines(), names,
                vote.showsNames() ? vote.electorate().stream().filter(person -> !vote.ballots().containsKey(person)).toList() : List.of(), opinions, helped,
                vote.corrections().stream().map(each -> new CorrectionView(each.at().toEpochMilli(), each.by(), each.person(), each.was(), each.now(), each.reason(),
                        each.verdictBefore().outcome(), each.verdictBefore().sentence())).toList(), receipts);
    }
}
