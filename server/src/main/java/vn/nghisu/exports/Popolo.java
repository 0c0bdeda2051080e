package vn.nghisu.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.exports.OpenJson.Entry;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.vote.Contest;
import vn.nghisu.meeting.vote.Mark;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Tally;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.Vote;

/**
 * Votes of closed meetings as Popolo (motion, vote event, count, vote). Who voted how is in it for open votes only; of the others there are counts. Votes on items that
 * are not for everybody are not in it at all.
 */
public final class Popolo {
    private static final String ABSENT = "absent";
    private static final String NOT_VOTING = "not voting";

    private final Map<String, Entry> organizations = new LinkedHashMap<>();
    private final Map<String, Entry> persons = new LinkedHashMap<>();
    private final List<Entry> motions = new ArrayList<>();

    private Popolo() {}

    public static byte[] of(List<Meeting> meetings) {
        Popolo popolo = new Popolo();
        meetings.forEach(popolo::meeting);
        return OpenJson.bytes(new Entry().with("organizations", List.copyOf(popolo.organizations.values())).with("persons", List.copyOf(popolo.persons.values())).with("motions", popolo.motions));
    }

    private void meeting(Meeting meeting) {
        organizations.putIfAbsent(meeting.head().bodyId(), new Entry().with("id", meeting.head().bodyId()).with("name", meeting.head().bodyName()));
        meeting.votes().all().filter(vote -> vote.tally().isPresent() && vote.openedAt().isPresent() && OpenJson.PUBLIC.maySee(meeting, vote)).forEach(vote -> motion(meeting, vote));
    }

    private void motion(Meeting meeting, Vote vote) {
        String id = meeting.id() + "/" + vote.id();
        Optional<String> result = vote.verdict().flatMap(verdict -> result(verdict.outcome()));
        boolean counted = vote.verdict().filter(verdict -> verdict.outcome() == Verdict.Outcome.NOT_COUNTED).isEmpty();
        Entry event = new Entry().with("id", id + "/event").with("identifier", vote.id()).with("motion_id", id).with("organization_id", meeting.head().bodyId())
                .with("start_date", OpenJson.time(vote.openedAt().orElseThrow())).with("end_date", vote.closedAt().map(OpenJson::time)).with("result", result)
                .with("counts", counts(vote, vote.tally().orElseThrow(), counted));
        if (vote.showsNames() && vote.motion().mode() == Mode.OPEN) {
            event.with("votes", votes(meeting, vote));
        }
        motions.add(new Entry().with("id", id).with("organization_id", meeting.head().bodyId()).with("legislative_session_id", meeting.id()).with("text", vote.question())
                .with("classification", vote.motion().mode().name().toLowerCase(java.util.Locale.ROOT)).with("date", OpenJson.day(vote.openedAt().orElseThrow()))
                .with("requirement", requirement(vote)).with("result", result).with("vote_events", List.of(event)));
    }

    private static Optional<String> result(Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Optional.of("pass");
            case FAILED, TIED -> Optional.of("fail");
            case PARTLY, NOT_COUNTED -> Optional.empty(); // Popolo knows two results
        };
    }

    private static String requirement(Vote vote) {
        return (vote.motion().rule().strict() ? "> " : ">= ") + vote.motion().rule().numerator() + "/" + vote.motion().rule().denominator();
    }

    private static List<Entry> counts(Vote vote, Tally tally, boolean counted) {
        List<Entry> counts = new ArrayList<>();
        if (counted) {
            vote.motion().form().contests().forEach(contest -> contest.marks().forEach(mark -> counts.add(count(option(contest, mark), tally.deciding().count(mark.id())))));
        }
        counts.add(count(NOT_VOTING, tally.deciding().notVoted()));
        counts.add(count(ABSENT, Math.max(0, tally.deciding().members() - tally.deciding().entitled())));
        return counts;
    }

    private static Entry count(String option, int value) {
        return new Entry().with("option", option).with("value", value);
    }

    private List<Entry> votes(Meeting meeting, Vote vote) {
        List<Entry> votes = new ArrayList<>();
        meeting.voting(vote.motion().item()).forEach(member -> {
            persons.putIfAbsent(member.id(), new Entry().with("id", member.id()).with("name", member.name()));
            if (!vote.electorate().contains(member.id())) {
                votes.add(vote(member.id(), ABSENT));
                return;
            }
            List<String> marks = Optional.ofNullable(vote.ballots().get(member.id())).flatMap(Vote.Ballot::marks).map(List::copyOf).orElse(List.of());
            if (marks.isEmpty()) {
                votes.add(vote(member.id(), NOT_VOTING));
            }
            vote.motion().form().contests().forEach(contest -> contest.marks().stream().filter(mark -> marks.contains(mark.id()))
                    .forEach(mark -> votes.add(vote(member.id(), option(contest, mark)))));
        });
        return votes;
    }

    private static Entry vote(String person, String option) {
        return new Entry().with("voter_id", person).with("option", option);
    }

    /** Popolo's own words where it has one; else what stood on the ballot. */
    private static String option(Contest contest, Mark mark) {
        if (!contest.label().vi().isEmpty()) {
            return contest.label().vi() + ": " + mark.label().vi();
        }
        return switch (mark.meaning()) {
            case FOR -> "yes";
            case AGAINST -> "no";
            case ABSTAIN -> "abstain";
            case OTHER -> mark.label().vi();
        };
    }
}
