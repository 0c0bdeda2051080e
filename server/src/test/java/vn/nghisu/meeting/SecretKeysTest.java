package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.franchise.FranchiseCommand;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.Published;
import vn.nghisu.meeting.vote.VoteCommand;

/** What the keys of a secret vote are made for, besides its words: how many votes each member has, and people who stay. */
class SecretKeysTest {
    private final Committee committee = new Committee("vote1");

    private static Scenario.Step weighted(String person, int votes) {
        return story -> story.does("secretary", new FranchiseCommand.SetWeights(Map.of(person, votes), because("Theo phần vốn góp")));
    }

    private static int attempt(Scenario story) {
        return story.view("chair").votes().votes().get("vote1").secret().orElseThrow().attempt();
    }

    /** A server that shows other weights at the opening than the trustees have made the key for is found out. */
    @Test
    void binds_how_many_votes_each_member_has_and_begins_anew_when_that_changes() {
        Scenario story = given(inSessionBy(PRACTICE), committee.prepared(), weighted("member1", 3));
        assertThat(story.mine("member1").trusts().get(0).poll().weights()).as("no key was begun").contains(List.of(new Published.Voter("member1", 3)));
        assertThat(attempt(story)).isEqualTo(1);
        story.and(committee.keysMade(), weighted("member2", 2));
        assertThat(attempt(story)).isEqualTo(2);
        story.when("chair", new VoteCommand.OpenVote("vote1", 0, false)).refuses(Reason.KEYS_NOT_TESTED);
        story.and(committee.keysMade()).does("chair", new VoteCommand.OpenVote("vote1", 0, false));
        assertThat(committee.election(story).voters()).contains(new Published.Voter("member2", 2), new Published.Voter("member3", 1));
        assertThat(committee.election(story).poll().weights()).as("the last word on weights").contains(List.of(new Published.Voter("member2", 2)));
    }

    @Test
    void keeps_its_trustees_on_the_list_as_long_as_the_key_is_needed() {
        Scenario story = given(inSession(), committee.prepared());
        List<Participant> fewer = new ArrayList<>(Steps.committee());
        fewer.replaceAll(one -> one.id().equals("observer") ? person("observer", Role.GUEST, false) : one);
        given(inSession(), committee.prepared()).when("secretary", new PreparationCommand.NameParticipants(fewer, because("x"))).happens();
        story.and(committee.upTo(1)).when("secretary", new PreparationCommand.NameParticipants(fewer, because("x"))).refuses(Reason.HOLDS_KEY, "Ông observer", "Miễn nhiệm?");
        story.does("chair", new VoteCommand.RemoveVote("vote1")).does("secretary", new PreparationCommand.NameParticipants(fewer, because("x")));
    }

    @Test
    void is_not_opened_where_all_votes_together_are_more_than_the_count_can_tell() {
        List<Participant> people = Steps.committee();
        IntStream.range(0, 1_000).forEach(i -> people.add(person("many" + i, Role.MEMBER, true)));
        PreparationCommand.CreateMeeting usual = create(people);
        Scenario story = given().does("clerk", new PreparationCommand.CreateMeeting(usual.title(), usual.kind(), usual.bodyId(), usual.bodyName(), usual.parentAgency(),
                        usual.place(), usual.room(), usual.startsAt(), usual.endsAt(), usual.rule(), usual.quorum(), people, PRACTICE))
                .and(withAgenda()).does("secretary", new PreparationCommand.IssueMeeting()).and(at(0))
                .does("secretary", new AttendanceCommand.MarkAllPresent(people.stream().map(Participant::id).toList(), Manner.IN_ROOM))
                .does("chair", new SessionCommand.OpenMeeting(false)).and(committee.prepared());
        story.does("secretary", new FranchiseCommand.SetWeights(people.stream().filter(Participant::votes).collect(Collectors.toMap(Participant::id, one -> 1_000)), because("x")));
        story.when("chair", new VoteCommand.OpenVote("vote1", 0, false)).refuses(Reason.SECRET_WEIGHTS_TOO_LARGE, 1_000_000);
    }
}
