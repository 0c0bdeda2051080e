package vn.nghisu.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.indicators.LaidIndicators;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.minutes.RichText;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.session.Session;
import vn.nghisu.meeting.vote.Contest;
import vn.nghisu.meeting.vote.Mark;
import vn.nghisu.meeting.vote.Tally;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.minutes.MinutesDraft.Ballot;
import vn.nghisu.minutes.MinutesDraft.Choice;
import vn.nghisu.minutes.MinutesDraft.Opinion;
import vn.nghisu.minutes.MinutesDraft.PresentedPaper;
import vn.nghisu.minutes.MinutesDraft.Result;
import vn.nghisu.minutes.MinutesDraft.Speech;
import vn.nghisu.minutes.MinutesDraft.Spell;
import vn.nghisu.minutes.MinutesDraft.Step;

/**
 * The course of a meeting in the order of time: items as they were taken up, with what belongs to each, their sub-items below them, and the
 * recesses between. At the end, in the order of the agenda, what was not taken up.
 */
final class Course {
    private static final String BEFORE_THE_AGENDA = "Khai mạc";
    private static final String OUTSIDE_THE_AGENDA = "Nội dung khác";

    /** @param steps an item with its sub-items, or one step by itself */
    private record Timed(Instant at, List<Step> steps) {}

    private final Meeting meeting;
    private final Map<String, String> numbers;

    Course(Meeting meeting) {
        this.meeting = meeting;
        this.numbers = meeting.agenda().numbers();
    }

    List<Step> steps() {
        List<Timed> timed = new ArrayList<>();
        Comparator<Item> byBeginning = Comparator.comparing(this::beginning);
        meeting.agenda().all().filter(item -> item.parent().isEmpty()).filter(this::wasTakenUp).forEach(top -> timed.add(new Timed(beginning(top),
                Stream.concat(Stream.of(top), meeting.agenda().children(top.id()).filter(this::wasTakenUp).sorted(byBeginning)).map(this::item).toList())));
        outside(BEFORE_THE_AGENDA, turns(Optional.empty()), List.of(), List.of()).ifPresent(timed::add);
        outside(OUTSIDE_THE_AGENDA, List.of(), votes(Optional.empty()), written(MinutesTexts.GENERAL)).ifPresent(timed::add);
        meeting.session().recesses().forEach(recess -> timed.add(new Timed(recess.from(), List.of(recess(recess)))));
        return Stream.concat(
                        timed.stream().sorted(Comparator.comparing(Timed::at)).flatMap(family -> family.steps().stream()),
                        meeting.agenda().all().filter(item -> !wasTakenUp(item)).map(this::item))
                .toList();
    }

    /** When the item, or the first of its sub-items, was taken up; the latest time of all for what never was. */
    private Instant beginning(Item item) {
        return Stream.concat(Stream.of(item), meeting.agenda().children(item.id()))
                .flatMap(part -> part.spells().stream())
                .map(Item.Spell::from)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static Step recess(Session.Recess recess) {
        return new Step.Recess(recess.from(), recess.to());
    }

    private boolean wasTakenUp(Item item) {
        Item top = item.parent().flatMap(meeting.agenda()::find).orElse(item);
        return item.wasInHand() || top.wasInHand() || hasOutcome(item)
                || item.equals(top) && meeting.agenda().children(top.id()).anyMatch(child -> child.wasInHand() || hasOutcome(child));
    }

    /** What the secretary has written for everybody who reads the minutes. */
    private List<RichBlock> written(String place) {
        RichText text = meeting.minutes().of(place, TextPart.PUBLIC).document();
        return text.saysNothing() ? List.of() : text.blocks();
    }

    /** Votes, conclusions and what is written don't need the item in hand. */
    private boolean hasOutcome(Item item) {
        return !votes(Optional.of(item.id())).isEmpty() || meeting.conclusions().of(item.id()).isPresent() || !written(item.id()).isEmpty();
    }

    private Step item(Item item) {
        return new Step.Item(
                numbers.get(item.id()),
                item.parent().isPresent() ? 2 : 1,
                item.title(),
                item.outline().presenter(),
                item.outline().unit(),
                wasTakenUp(item),
                item.spells().stream().map(spell -> new Spell(spell.from(), spell.to())).toList(),
                papers(item.id()),
                meeting.indicators().of(item.id()).map(LaidIndicators.Laid::indicators).orElse(List.of()),
                recusals(item.id()),
                turns(Optional.of(item.id())),
                opinions(item.id()),
                written(item.id()),
                votes(Optional.of(item.id())),
                meeting.conclusions().of(item.id()).map(text -> text.lines().filter(line -> !line.isBlank()).toList()).orElse(List.of()));
    }

    /** What is only written, without a time of its own, comes last. */
    private Optional<Timed> outside(String title, List<Speech> turns, List<Ballot> votes, List<RichBlock> notes) {
        Optional<Instant> from = Stream.concat(turns.stream().map(Speech::from), votes.stream().map(Ballot::openedAt))
                .min(Comparator.naturalOrder());
        return from.or(() -> notes.isEmpty() ? Optional.empty() : Optional.of(Instant.MAX))
                .map(at -> new Timed(at,
                        List.of(new Step.Item("", 1, title, "", "", true, List.of(), List.of(), List.of(), List.of(), turns, List.of(), notes, votes, List.of()))));
    }

    /** The papers that were on the table; those for named readers only are not named to others. */
    List<PresentedPaper> papers(String item) {
        return meeting.papers().of(item)
                .filter(paper -> !paper.isWithdrawn() && paper.access() != Access.NAMED && meeting.papers().successor(paper.id()).isEmpty())
                .map(Course::paper)
                .toList();
    }

    private static PresentedPaper paper(Paper paper) {
        return new PresentedPaper(paper.title(), paper.pages());
    }

    private List<MinutesDraft.Recusal> recusals(String item) {
        return meeting.recusals().all().stream().filter(recusal -> recusal.item().equals(item))
                .map(recusal -> new MinutesDraft.Recusal(person(recusal.person()), recusal.reason(),
                        recusal.spells().stream().map(spell -> new Spell(spell.from(), spell.to())).toList()))
                .toList();
    }

    private MinutesDraft.Person person(String id) {
        return meeting.roster().find(id).map(Drafts::person).orElse(new MinutesDraft.Person(id, ""));
    }

    private List<Speech> turns(Optional<String> item) {
        return Stream.concat(meeting.floor().turns().stream(), meeting.floor().speaker().stream())
                .filter(turn -> turn.item().equals(item))
                .map(this::speech)
                .toList();
    }

    private Speech speech(Floor.Turn turn) {
        return new Speech(person(turn.person()), turn.kind(), turn.about(), turn.from(), turn.to(), turn.spentMs(), turn.with().map(this::person),
                turn.beyond());
    }

    /** In the order of the meeting's list. */
    List<Opinion> opinions(String item) {
        Map<String, Floor.Opinion> byPerson = meeting.floor().opinions(item);
        return Stream.concat(meeting.roster().order().stream(), byPerson.keySet().stream().sorted()).distinct().filter(byPerson::containsKey)
                .map(id -> new Opinion(person(id), byPerson.get(id).text()))
                .toList();
    }

    /** Votes that were opened, in the order of their opening. */
    private List<Ballot> votes(Optional<String> item) {
        return meeting.votes().all()
                .filter(vote -> vote.openedAt().isPresent() && vote.motion().item().equals(item))
                .sorted(Comparator.comparing(vote -> vote.openedAt().orElseThrow()))
                .map(this::ballot)
                .toList();
    }

    Ballot ballot(Vote vote) {
        boolean repeated = meeting.votes().all()
                .anyMatch(later -> later.openedAt().isPresent() && later.repeats().filter(vote.id()::equals).isPresent());
        return new Ballot(vote.question(), vote.motion().mode(), vote.motion().rule(), vote.openedAt().orElseThrow(), vote.closedAt(),
                Optional.of(vote.quorum()).filter(quorum -> !quorum.met()), vote.tally().map(tally -> result(vote, tally)), vote.repeatsBecause(), repeated, vote.cancelledBecause());
    }

    private Result result(Vote vote, Tally tally) {
        Stream<Contest> counted = vote.motion().form().contests().stream().filter(contest -> vote.verdict().orElseThrow().outcome() != Verdict.Outcome.NOT_COUNTED);
        List<Choice> choices = counted.flatMap(contest -> contest.marks().stream()
                        .map(mark -> new Choice(label(contest, mark), tally.deciding().count(mark.id()), tally.heads().count(mark.id()), voters(vote, mark))))
                .toList();
        List<String> silent = vote.showsNames() ? names(vote, person -> !vote.ballots().containsKey(person)) : List.of();
        return new Result(tally.heads().members(), tally.heads().entitled(), tally.heads().cast(), choices, tally.heads().notVoted(), silent,
                vote.verdict().orElseThrow().sentence().vi(),
                meeting.roster().order().stream().filter(vote.electorate().recused()::contains).map(meeting.roster()::name).toList(),
                tally.weights().isPresent(), new BallotNotes(meeting, vote).all());
    }

    private static String label(Contest contest, Mark mark) {
        return contest.label().vi().isEmpty() ? mark.label().vi() : contest.label().vi() + " – " + mark.label().vi().toLowerCase(Locale.ROOT);
    }

    private List<String> voters(Vote vote, Mark mark) {
        return names(vote, person -> Optional.ofNullable(vote.ballots().get(person)).flatMap(Vote.Ballot::marks)
                .filter(marks -> marks.contains(mark.id())).isPresent());
    }

    /** Names of voters in the order of the meeting's list. */
    private List<String> names(Vote vote, Predicate<String> which) {
        return meeting.roster().order().stream().filter(vote.electorate()::contains).filter(which).map(meeting.roster()::name).toList();
    }
}
