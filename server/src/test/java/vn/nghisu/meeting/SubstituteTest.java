package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.attendance.AttendanceCommand.CheckIn;
import vn.nghisu.meeting.attendance.AttendanceCommand.MarkLeft;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.franchise.FranchiseCommand.DelegateVote;
import vn.nghisu.meeting.franchise.FranchiseCommand.EndSubstitution;
import vn.nghisu.meeting.franchise.FranchiseCommand.NameSubstitute;
import vn.nghisu.meeting.franchise.FranchiseCommand.SetWeights;
import vn.nghisu.meeting.franchise.FranchiseEvent.SubstituteNamed;
import vn.nghisu.meeting.franchise.FranchiseEvent.SubstitutionEnded;
import vn.nghisu.meeting.franchise.FranchiseView.SubstituteView;
import vn.nghisu.meeting.franchise.Practice;
import vn.nghisu.meeting.franchise.Practice.Substitutes;
import vn.nghisu.meeting.preparation.PreparationCommand.NameParticipants;
import vn.nghisu.meeting.recusal.RecusalCommand.RecusePerson;
import vn.nghisu.meeting.vote.BallotCommand.CastBallot;
import vn.nghisu.meeting.vote.BallotCommand.CastDelegatedBallot;
import vn.nghisu.meeting.vote.BallotCommand.RecordBallot;
import vn.nghisu.meeting.vote.Electorate;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.VoteCommand.OpenVote;
import vn.nghisu.meeting.vote.VoteEvent.AssistedBallotCast;
import vn.nghisu.meeting.vote.VoteEvent.BallotCast;
import vn.nghisu.meeting.vote.VoteEvent.VoteOpened;
import vn.nghisu.meeting.vote.VotesView;

/** Somebody in the place of a member who does not come (product A4), as far as the body's rules allow it. */
class SubstituteTest {
    private static Scenario.Step named(String member, String substitute, boolean votes) {
        return story -> story.does("secretary", new NameSubstitute(member, substitute, votes));
    }

    private static Practice allowing(Substitutes substitutes) {
        return new Practice(List.of(Mode.OPEN), false, 0, Practice.ChairAnswers.LAST, List.of(), Practice.SecretSize.USUAL, substitutes);
    }

    /** In session; member 1 has left, and the observer sits there with the vote. */
    private static Scenario.Step inPlaceOfMember1() {
        return story -> story.and(inSessionBy(PRACTICE), left("member1"), named("member1", "observer", true));
    }

    private static VotesView.VoteView vote(Scenario story) {
        return story.view("guest").votes().votes().get("vote1");
    }

    @Nested
    class Who_comes_in_whose_place {
        @Test
        void is_off_unless_the_body_allows_it() {
            Scenario story = given(issued());
            story.when("secretary", new NameSubstitute("member1", "observer", false)).refuses(Reason.SUBSTITUTES_NOT_ALLOWED);
            Scenario without = given(issuedBy(allowing(Substitutes.WITHOUT_VOTE)));
            without.when("secretary", new NameSubstitute("member1", "observer", true)).refuses(Reason.SUBSTITUTES_WITHOUT_VOTE);
            without.when("secretary", new NameSubstitute("member1", "observer", false)).then(new SubstituteNamed("member1", "observer", false));
        }

        @Test
        void is_said_by_the_secretary_or_the_member_and_seen_by_all() {
            Scenario story = given(issuedBy(PRACTICE));
            story.when("member2", new NameSubstitute("member1", "observer", true)).refuses(Reason.NOT_YOURS);
            story.when("observer", new NameSubstitute("member1", "observer", true)).refuses(Reason.NOT_YOURS);
            story.when("member1", new NameSubstitute("member1", "observer", true)).then(new SubstituteNamed("member1", "observer", true));
            assertThat(story.view("guest").franchise().substitutions()).isEqualTo(Map.of("member1", new SubstituteView("observer", true)));
            story.when("secretary", new NameSubstitute("member2", "observer", true)).refuses(Reason.ALREADY_SUBSTITUTED, "Ông member1", "Ông observer");
            story.when("secretary", new EndSubstitution("member1")).then(new SubstitutionEnded("member1"));
            story.when("secretary", new EndSubstitution("member1")).refuses(Reason.NOT_SUBSTITUTED, "Ông member1");
            assertThat(story.view("guest").franchise().substitutions()).isEmpty();
        }

        @Test
        void is_a_member_of_the_list_without_a_vote_in_the_place_of_one_who_is_away() {
            Scenario story = given(issuedBy(PRACTICE), present("member2"));
            for (String unfit : List.of("guest", "member3", "member1")) {
                story.when("secretary", new NameSubstitute("member1", unfit, true)).refuses(Reason.SUBSTITUTE_UNFIT);
            }
            story.when("secretary", new NameSubstitute("member1", "stranger", true)).refuses(Reason.NO_SUCH_PERSON);
            story.when("secretary", new NameSubstitute("stranger", "observer", true)).refuses(Reason.NO_SUCH_PERSON);
            story.when("secretary", new NameSubstitute("guest", "observer", false)).refuses(Reason.NO_VOTE);
            story.when("secretary", new NameSubstitute("secretary", "observer", true)).refuses(Reason.NO_VOTE);
            story.when("secretary", new NameSubstitute("member2", "observer", true)).refuses(Reason.ALREADY_PRESENT, "Ông member2");
        }

        @Test
        void and_who_holds_the_vote_are_not_two_people() {
            Scenario story = given(issuedBy(PRACTICE), named("member1", "observer", true));
            story.when("secretary", new DelegateVote("member1", "member2")).refuses(Reason.ALREADY_SUBSTITUTED);
            Scenario given = given(issuedBy(PRACTICE)).does("secretary", new DelegateVote("member1", "member2"));
            given.when("secretary", new NameSubstitute("member1", "observer", true)).refuses(Reason.ALREADY_DELEGATED);
            given.does("secretary", new NameSubstitute("member1", "observer", false));
        }

        @Test
        void ends_when_the_member_comes_or_another_list_gives_one_of_them_another_place() {
            Scenario back = given(inPlaceOfMember1(), present("member1"));
            assertThat(back.view("guest").franchise().substitutions()).isEmpty();
            assertThat(back.meeting().franchise().substitutions()).hasSize(1);
            back.and(left("member1"));
            assertThat(back.view("guest").franchise().substitutions()).as("it does not begin again by itself").isEmpty();

            List<Participant> list = committee().stream()
                    .map(each -> each.id().equals("observer") ? new Participant(each.id(), each.name(), each.title(), each.unit(), each.role(), true) : each).toList();
            Scenario voting = given(inPlaceOfMember1()).does("secretary", new NameParticipants(list, because("x")));
            assertThat(voting.view("guest").franchise().substitutions()).isEmpty();
        }
    }

    @Nested
    class The_quorum {
        @Test
        void counts_the_substitute_once_in_the_place_of_the_member() {
            Scenario story = given(inSessionBy(PRACTICE), left("member1"), left("member2"));
            assertThat(story.meeting().quorum()).isEqualTo(new Quorum.Standing(4, 2, 3, false));
            story.and(named("member1", "observer", true));
            assertThat(story.meeting().quorum()).isEqualTo(new Quorum.Standing(4, 3, 3, true));
            assertThat(story.view("guest").people().quorum().present()).isEqualTo(3);
            story.and(present("member1"));
            assertThat(story.meeting().quorum().present()).isEqualTo(3);
        }

        @Test
        void does_not_count_who_is_away_or_has_no_vote() {
            Scenario without = given(inSessionBy(PRACTICE), left("member1"), named("member1", "observer", false));
            assertThat(without.meeting().quorum().present()).isEqualTo(3);
            Scenario away = given(inPlaceOfMember1(), left("observer"));
            assertThat(away.meeting().quorum().present()).isEqualTo(3);
        }
    }

    @Nested
    class The_vote {
        @Test
        void is_the_members_and_is_cast_by_the_substitute_in_an_open_and_an_unnamed_vote() {
            for (Mode mode : List.of(Mode.OPEN, Mode.UNNAMED)) {
                Scenario story = given(inPlaceOfMember1(), votePrepared("vote1", motion(mode)));
                story.when("chair", new OpenVote("vote1", 0, false)).then(new VoteOpened(
                        "vote1", List.of("chair", "member1", "member2", "member3"), Map.of(), 4, new Quorum.Standing(4, 4, 3, true), 0));
                assertThat(story.mine("observer").held()).containsExactly(new Mine.Held("vote1", "member1", Optional.empty()));
                assertThat(vote(story).holders()).isEqualTo(Map.of("member1", "observer"));
                assertThat(vote(story).substituted()).containsExactly("member1");
                story.when("observer", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.NOT_ENTITLED);
                story.when("observer", new CastDelegatedBallot("vote1", "member1", List.of("for"), ""))
                        .then(new BallotCast("vote1", "member1", mode == Mode.OPEN ? Optional.of(List.of("for")) : Optional.empty(), Optional.empty()));
                story.when("observer", new CastDelegatedBallot("vote1", "member1", List.of("against"), "")).refuses(Reason.ALREADY_VOTED);
                story.and(voteClosed("vote1"));
                assertThat(vote(story).result().orElseThrow().counts()).containsEntry("for", 1).containsEntry("against", 0);
            }
        }

        @Test
        void is_never_cast_twice_though_the_member_comes() {
            Scenario story = given(inPlaceOfMember1(), voteOpened("vote1", Mode.OPEN), present("member1"));
            story.when("member1", new CastBallot("vote1", List.of("for"), "")).refuses(Reason.VOTE_IN_OTHER_HANDS, "Ông observer");
            story.does("observer", new CastDelegatedBallot("vote1", "member1", List.of("for"), "")).and(voteClosed("vote1"));
            story.and(voteOpened("vote2", Mode.OPEN));
            story.when("observer", new CastDelegatedBallot("vote2", "member1", List.of("for"), "")).refuses(Reason.NOT_YOURS);
            story.does("member1", new CastBallot("vote2", List.of("for"), ""));
        }

        @Test
        void is_not_cast_by_a_substitute_without_it() {
            Scenario story = given(inSessionBy(PRACTICE), left("member1"), named("member1", "observer", false), voteOpened("vote1", Mode.OPEN));
            assertThat(story.meeting().votes().find("vote1").orElseThrow().electorate().stream()).containsExactly("chair", "member2", "member3");
            story.when("observer", new CastDelegatedBallot("vote1", "member1", List.of("for"), "")).refuses(Reason.NOT_ENTITLED);
        }

        @Test
        void is_worth_what_the_member_has() {
            Scenario story = given(inPlaceOfMember1()).does("secretary", new SetWeights(Map.of("member1", 3), because("x"))).and(voteOpened("vote1", Mode.OPEN));
            story.does("observer", new CastDelegatedBallot("vote1", "member1", List.of("for"), "")).and(voteClosed("vote1"));
            assertThat(vote(story).result().orElseThrow().votes().orElseThrow()).containsEntry("for", 3);
        }

        @Test
        void falls_away_where_one_of_the_two_takes_no_part() {
            for (String out : List.of("member1", "observer")) {
                Scenario story = given(inPlaceOfMember1()).does("secretary", new RecusePerson(out, "item1", "x"))
                        .and(votePrepared("vote1", motion(Mode.OPEN, Optional.of("item1")))).does("chair", new OpenVote("vote1", 0, true));
                assertThat(story.meeting().votes().find("vote1").orElseThrow().electorate().contains("member1")).as(out).isFalse();
            }
        }

        @Test
        void is_recorded_for_a_substitute_who_is_here() {
            Scenario story = given(inPlaceOfMember1(), voteOpened("vote1", Mode.OPEN));
            story.and(left("observer")).when("secretary", new RecordBallot("vote1", "member1", List.of("for"), "", "Máy hỏng")).refuses(Reason.NOT_PRESENT, "Ông observer");
            story.and(present("observer")).when("secretary", new RecordBallot("vote1", "member1", List.of("for"), "", "Máy hỏng"))
                    .then(new AssistedBallotCast("vote1", "member1", List.of("for"), Optional.empty(), "Máy hỏng"));
        }
    }

    /** Comings, goings and names in any order: nobody's place counts twice, and no ballot is cast by two. */
    @Test
    void no_place_ever_counts_twice() {
        for (int seed = 0; seed < 300; seed++) {
            Random dice = new Random(seed);
            List<Participant> list = new ArrayList<>(committee());
            list.add(new Participant("observer2", "Bà observer2", "", "", Role.MEMBER, false));
            Scenario story = given(inSessionBy(PRACTICE)).does("secretary", new NameParticipants(list, because("x")));
            List<String> all = list.stream().map(Participant::id).toList();
            for (int i = 0; i < 40; i++) {
                String one = all.get(dice.nextInt(all.size()));
                String other = all.get(dice.nextInt(all.size()));
                Command command = switch (dice.nextInt(6)) {
                    case 0 -> new CheckIn(Manner.IN_ROOM);
                    case 1 -> new MarkLeft(one);
                    case 2, 3 -> new NameSubstitute(one, dice.nextBoolean() ? "observer" : "observer2", dice.nextInt(4) > 0);
                    case 4 -> new EndSubstitution(one);
                    default -> new DelegateVote(one, other);
                };
                Scenario.Outcome outcome = story.when(command instanceof CheckIn ? one : "secretary", command);
                if (outcome.isAccepted()) {
                    outcome.happens();
                }
                placesAreSingle(story, "seed " + seed);
            }
            story.and(votePrepared("vote1", motion(Mode.OPEN)));
            if (story.when("chair", new OpenVote("vote1", 0, true)).isAccepted()) {
                story.does("chair", new OpenVote("vote1", 0, true));
                everyBallotHasOneHand(story, all, "seed " + seed);
            }
        }
    }

    private static void placesAreSingle(Scenario story, String when) {
        Map<String, SubstituteView> standing = story.view("guest").franchise().substitutions();
        Set<String> substitutes = standing.values().stream().map(SubstituteView::person).collect(Collectors.toSet());
        assertThat(substitutes).as(when).hasSameSizeAs(standing.keySet());
        assertThat(standing.keySet()).as(when).noneMatch(story.meeting().attendance()::isPresent);
        Set<String> bodies = new HashSet<>();
        story.meeting().roster().voting().map(Participant::id).forEach(member -> {
            if (story.meeting().attendance().isPresent(member)) {
                bodies.add(member);
            }
            story.meeting().substituteFor(Optional.empty(), member).ifPresent(there -> assertThat(bodies.add(there)).as(when).isTrue());
        });
        assertThat(story.meeting().quorum().present()).as(when).isEqualTo(bodies.size());
    }

    private static void everyBallotHasOneHand(Scenario story, List<String> people, String when) {
        Electorate electorate = story.meeting().votes().find("vote1").orElseThrow().electorate();
        electorate.stream().forEach(voter -> {
            long hands = people.stream().filter(person -> person.equals(voter)
                    ? story.when(person, new CastBallot("vote1", List.of("for"), "")).isAccepted()
                    : story.when(person, new CastDelegatedBallot("vote1", voter, List.of("for"), "")).isAccepted()).count();
            assertThat(hands).as(when + ", ballot of " + voter).isEqualTo(1);
        });
    }
}
