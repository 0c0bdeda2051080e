package vn.nghisu.meeting.vote;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Text;

/**
 * What a ballot looks like and what its marks decide (product V1). Each form is a row of {@link Contest}s, so that filling, counting and
 * encrypting are the same for all; only the verdict is each form's own.
 */
public sealed interface Form {
    int OPTIONS_MAX = 50;

    /** A name or a course of action to choose. */
    record Option(String id, String label) {}

    List<Contest> contests();

    /** What the numbers decide, where the quorum was met. */
    Verdict judge(MajorityRule rule, Tally tally);

    /** The options as the secretary wrote them; none where the answers are given. */
    List<Option> options();

    /** What is put to the vote when this is repeated: where a part of it is decided, what is left of it. */
    default Form again(Verdict verdict) {
        return this;
    }

    /** Why this form can't be put to the vote. */
    Optional<Decision> check();

    /** One answer for the whole of the motion. */
    record Answers(ChoiceSet set) implements Form {
        @Override
        public List<Contest> contests() {
            return List.of(new Contest("motion", Text.of(""), set.choices(), 1, 1));
        }

        @Override
        public Verdict judge(MajorityRule rule, Tally tally) {
            return Judge.motion(rule, set.choices(), tally);
        }

        @Override
        public List<Option> options() {
            return List.of();
        }

        @Override
        public Optional<Decision> check() {
            return Optional.empty();
        }
    }

    /** Up to so many courses of action; each one that meets the rule is chosen. A ballot may be left blank. */
    record Choose(List<Option> options, int most) implements Form {
        public Choose {
            options = List.copyOf(options);
        }

        @Override
        public List<Contest> contests() {
            return List.of(new Contest("options", Text.of(""), asMarks(options), 0, most));
        }

        @Override
        public Verdict judge(MajorityRule rule, Tally tally) {
            return Judge.choice(rule, contests().get(0), tally);
        }

        @Override
        public Optional<Decision> check() {
            return FormCheck.options(options, 2).or(() -> FormCheck.number(Fields.CHOICES, most, options.size()));
        }
    }

    /** Up to as many names as there are seats; those with the most votes among who meet the rule are elected. */
    record Election(List<Option> options, int seats) implements Form {
        public Election {
            options = List.copyOf(options);
        }

        @Override
        public List<Contest> contests() {
            return List.of(new Contest("seats", Text.of(""), asMarks(options), 0, Math.min(seats, options.size())));
        }

        @Override
        public Verdict judge(MajorityRule rule, Tally tally) {
            return Judge.election(rule, contests().get(0), seats, tally);
        }

        /** The seats left, among those who stand even for them, or else among all who are not elected. */
        @Override
        public Form again(Verdict verdict) {
            List<Option> even = with(options, verdict, Verdict.Outcome.TIED);
            List<Option> in = with(options, verdict, Verdict.Outcome.PASSED);
            List<Option> names = even.isEmpty() ? options.stream().filter(option -> !in.contains(option)).toList() : even;
            int left = seats - in.size();
            return verdict.lines().isEmpty() || names.isEmpty() || left < 1 ? this : new Election(names, left);
        }

        @Override
        public Optional<Decision> check() {
            return FormCheck.options(options, 1).or(() -> FormCheck.number(Fields.SEATS, seats, OPTIONS_MAX));
        }
    }

    /** For, against or not voting on each name by itself. */
    record EachCandidate(List<Option> options) implements Form {
        public EachCandidate {
            options = List.copyOf(options);
        }

        @Override
        public List<Contest> contests() {
            return options.stream().map(option -> new Contest(option.id(), Text.of(option.label()), answers(option), 1, 1)).toList();
        }

        private static List<Mark> answers(Option option) {
            return ChoiceSet.LEGAL.choices().stream().map(mark -> new Mark(option.id() + ":" + mark.id(), mark.label(), mark.meaning())).toList();
        }

        @Override
        public Verdict judge(MajorityRule rule, Tally tally) {
            return Judge.each(rule, contests(), tally);
        }

        /** The names on which both sides were even. */
        @Override
        public Form again(Verdict verdict) {
            List<Option> even = with(options, verdict, Verdict.Outcome.TIED);
            return even.isEmpty() ? this : new EachCandidate(even);
        }

        @Override
        public Optional<Decision> check() {
            return FormCheck.options(options, 1);
        }
    }

    default Stream<Mark> marks() {
        return contests().stream().flatMap(contest -> contest.marks().stream());
    }

    default Optional<Mark> mark(String id) {
        return marks().filter(mark -> mark.id().equals(id)).findFirst();
    }

    /** The marks in the order of the ballot, when these make a valid one: each known, none twice, each contest with as many as it takes. */
    default Optional<List<String>> fill(List<String> marked) {
        Set<String> set = new HashSet<>(marked);
        List<String> ordered = marks().map(Mark::id).filter(set::contains).toList();
        return set.size() == marked.size() && ordered.size() == marked.size() && contests().stream().allMatch(contest -> contest.accepts(set))
                ? Optional.of(ordered)
                : Optional.empty();
    }

    private static List<Option> with(List<Option> options, Verdict verdict, Verdict.Outcome outcome) {
        return options.stream().filter(option -> verdict.line(option.id()).filter(line -> line.outcome() == outcome).isPresent()).toList();
    }

    private static List<Mark> asMarks(List<Option> options) {
        return options.stream().map(option -> new Mark(option.id(), Text.of(option.label()), Meaning.FOR)).toList();
    }
}
