package vn.nghisu.web.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.tasks.Task;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.Vote;

/**
 * What a body's closed meetings come to: attendance, speaking, votes, paper, tasks. What its reader may not see of a meeting is not counted either. Of votes
 * only how many voted is told, as their results tell it; who voted how is in no number.
 *
 * @param meetings the oldest first
 * @param people who has spoken longest first; guests are left out of attendance
 * @param items on which somebody spoke, at most {@value #ITEMS} with the longest discussions
 * @param discussed how many items there are in all
 * @param votes the newest {@value #VOTES}, the oldest of them first
 * @param modes all votes, those that are not in the list too
 * @param tasks absent where the reader is a guest of one of the meetings, and so would be told of none
 */
public record Statistics(List<MeetingLine> meetings, List<PersonLine> people, List<ItemLine> items, int discussed, List<VoteLine> votes, List<ModeSum> modes, PaperSum paper, Optional<TaskSum> tasks) {
    static final int ITEMS = 200;
    static final int VOTES = 1_000;

    /**
     * @param members on the list, guests left out
     * @param present of them, at any time of the session
     * @param late of them, later than the meeting's grace
     * @param sheets pages of papers times readers
     */
    public record MeetingLine(String id, String title, long startedAt, int members, int present, int late, long spokenMs, int turns, int votes, long sheets) {}

    /** @param invited meetings in which the person was on the list */
    public record PersonLine(String id, String name, String unit, int invited, int present, int late, long spokenMs, int turns) {
        private PersonLine and(PersonLine other) {
            return new PersonLine(id, other.name, other.unit, invited + other.invited, present + other.present, late + other.late, spokenMs + other.spokenMs, turns + other.turns);
        }
    }

    public record ItemLine(String meeting, String title, long startedAt, long spokenMs, int turns) {}

    /** @param outcome absent where it was not decided @param cast how many voted @param entitled how many could have */
    public record VoteLine(String meeting, String question, long openedAt, Mode mode, Optional<Verdict.Outcome> outcome, int cast, int entitled) {}

    /** All votes of one mode; modes without any are left out. @param cast sum of those who voted @param entitled of those who could have */
    public record ModeSum(Mode mode, int votes, int passed, long cast, long entitled) {
        private ModeSum and(ModeSum other) {
            return new ModeSum(mode, votes + other.votes, passed + other.passed, cast + other.cast, entitled + other.entitled);
        }

        private static ModeSum of(VoteLine vote) {
            return new ModeSum(vote.mode(), 1, vote.outcome().filter(Verdict.Outcome.PASSED::equals).isPresent() ? 1 : 0, vote.cast(), vote.entitled());
        }
    }

    /** How many votes there are in all. */
    int voted() {
        return modes.stream().mapToInt(ModeSum::votes).sum();
    }

    /** @param papers files that were sent @param pages of them @param sheets each file's pages times those who could read it: so much would have been printed, on one side */
    public record PaperSum(int papers, int pages, long sheets) {}

    /** @param given without those that were cancelled @param overdue open, later than their day */
    public record TaskSum(int given, int done, int open, int overdue) {}

    /** @param rights of the reader in a meeting; where they don't reach, it is left out */
    public static Statistics of(List<Meeting> meetings, Function<Meeting, Rights> rights, Instant now) {
        Sums sums = new Sums(now);
        meetings.stream().filter(meeting -> rights.apply(meeting).maySeeMeeting()).sorted((a, b) -> opened(a).compareTo(opened(b))).forEach(meeting -> sums.add(meeting, rights.apply(meeting)));
        return sums.told();
    }

    private static Instant opened(Meeting meeting) {
        return meeting.heldAt();
    }

    /** The day on which a meeting was opened. */
    static LocalDate day(Meeting meeting) {
        return LocalDate.ofInstant(opened(meeting), VietnamTime.ZONE);
    }

    private static final class Sums {
        private final List<MeetingLine> meetings = new ArrayList<>();
        private final Map<String, PersonLine> people = new LinkedHashMap<>();
        private final List<ItemLine> items = new ArrayList<>();
        private final List<VoteLine> votes = new ArrayList<>();
        private final LocalDate today;
        private int papers;
        private int pages;
        private long sheets;
        private int given;
        private int done;
        private int overdue;
        private boolean asGuest;

        Sums(Instant now) {
            this.today = Task.day(now);
        }

        void add(Meeting meeting, Rights rights) {
            Instant opened = opened(meeting);
            List<Participant> members = meeting.roster().all().filter(person -> person.role() != Role.GUEST).toList();
            List<Floor.Turn> turns = meeting.floor().turns().stream().filter(turn -> rights.maySeeAbout(meeting, turn.item())).toList();
            Map<String, PersonLine> here = new LinkedHashMap<>();
            int late = 0;
            for (Participant person : members) {
                boolean present = wasThere(meeting, person.id(), opened);
                boolean cameLate = present && meeting.attendance().isLate(person.id(), Optional.of(opened));
                late += cameLate ? 1 : 0;
                here.put(person.id(), new PersonLine(person.id(), person.name(), person.unit(), 1, present ? 1 : 0, cameLate ? 1 : 0, 0, 0));
            }
            int present = here.values().stream().mapToInt(PersonLine::present).sum();
            turns.forEach(turn -> here.merge(turn.person(), new PersonLine(turn.person(), meeting.roster().name(turn.person()), unit(meeting, turn.person()), 0, 0, 0, turn.spentMs(), 1), PersonLine::and));
            here.forEach((id, line) -> people.merge(id, line, PersonLine::and));
            items(meeting, rights, turns);
            int voted = votes(meeting, rights);
            long paper = papers(meeting, rights);
            tasks(meeting, rights);
            meetings.add(new MeetingLine(meeting.id(), meeting.head().title(), opened.toEpochMilli(), members.size(), present, late,
                    turns.stream().mapToLong(Floor.Turn::spentMs).sum(), turns.size(), voted, paper));
        }

        /** In the session itself, not only before it. */
        private static boolean wasThere(Meeting meeting, String person, Instant opened) {
            return meeting.attendance().of(person).stays().stream().anyMatch(stay -> stay.to().map(opened::isBefore).orElse(true));
        }

        private static String unit(Meeting meeting, String person) {
            return meeting.roster().find(person).map(Participant::unit).orElse("");
        }

        private void items(Meeting meeting, Rights rights, List<Floor.Turn> turns) {
            meeting.agenda().all().filter(item -> rights.maySee(meeting, item)).forEach((Item item) -> {
                List<Floor.Turn> about = turns.stream().filter(turn -> turn.item().filter(item.id()::equals).isPresent()).toList();
                if (!about.isEmpty()) {
                    items.add(new ItemLine(meeting.id(), item.title(), opened(meeting).toEpochMilli(), about.stream().mapToLong(Floor.Turn::spentMs).sum(), about.size()));
                }
            });
        }

        private int votes(Meeting meeting, Rights rights) {
            List<Vote> seen = meeting.votes().all().filter(vote -> vote.openedAt().isPresent() && vote.cancelledBecause().isEmpty() && rights.maySee(meeting, vote)).toList();
            seen.forEach(vote -> votes.add(new VoteLine(meeting.id(), vote.question(), vote.openedAt().orElseThrow().toEpochMilli(), vote.motion().mode(), vote.verdict().map(Verdict::outcome),
                    vote.tally().map(tally -> tally.heads().cast()).orElse(0), vote.tally().map(tally -> tally.heads().entitled()).orElse(0))));
            return seen.size();
        }

        private long papers(Meeting meeting, Rights rights) {
            long here = 0;
            List<Paper> seen = meeting.papers().all().filter(paper -> !paper.isWithdrawn() && rights.maySee(meeting, paper)).toList();
            for (Paper paper : seen) {
                here += (long) paper.pages() * readers(meeting, paper);
                papers++;
                pages += paper.pages();
            }
            sheets += here;
            return here;
        }

        /** Everybody on the list to whom the paper is open, those who prepare included. */
        private static long readers(Meeting meeting, Paper paper) {
            boolean hidden = paper.access() != Access.EVERYONE || meeting.agenda().find(paper.itemId()).map(item -> !new Rights(Rights.Kind.GUEST, false, Set.of(), Set.of())
                    .maySee(meeting, item)).orElse(true);
            return meeting.roster().all().filter(person -> switch (person.role()) {
                case CHAIR, SECRETARY -> true;
                case MEMBER -> paper.access() != Access.NAMED || paper.namedReaders().contains(person.id());
                case GUEST -> !hidden || paper.access() == Access.NAMED && paper.namedReaders().contains(person.id());
            }).count();
        }

        private void tasks(Meeting meeting, Rights rights) {
            asGuest |= !rights.isInside();
            meeting.tasks().all().filter(task -> task.state() != Task.State.CANCELLED && rights.isInside() && rights.maySeeAbout(meeting, task.item())).forEach(task -> {
                given++;
                done += task.state() == Task.State.DONE ? 1 : 0;
                overdue += task.standing().isOverdue(today) ? 1 : 0;
            });
        }

        Statistics told() {
            List<PersonLine> named = people.values().stream().sorted((a, b) -> Long.compare(b.spokenMs(), a.spokenMs())).toList();
            List<ItemLine> longest = items.stream().sorted((a, b) -> Long.compare(b.spokenMs(), a.spokenMs())).limit(ITEMS).toList();
            Map<Mode, ModeSum> modes = new EnumMap<>(Mode.class);
            votes.forEach(vote -> modes.merge(vote.mode(), ModeSum.of(vote), ModeSum::and));
            return new Statistics(List.copyOf(meetings), named, longest, items.size(), List.copyOf(votes.subList(Math.max(0, votes.size() - VOTES), votes.size())), List.copyOf(modes.values()), new PaperSum(papers, pages, sheets), asGuest ? Optional.empty() : Optional.of(new TaskSum(given, done, given - done, overdue)));
        }
    }
}
