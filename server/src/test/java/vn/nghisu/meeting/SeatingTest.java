package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.attendance.AttendanceCommand.SetGrace;
import vn.nghisu.meeting.attendance.Seating;
import vn.nghisu.meeting.attendance.Seating.Seat;
import vn.nghisu.meeting.attendance.SeatingCommand.LaySeats;
import vn.nghisu.meeting.attendance.SeatingCommand.SeatPerson;
import vn.nghisu.meeting.attendance.SeatingEvent.PersonSeated;
import vn.nghisu.meeting.attendance.SeatingEvent.SeatsLaid;
import vn.nghisu.meeting.attendance.SeatsView.SeatView;
import vn.nghisu.meeting.preparation.Plan;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.stage.StageCommand.ShowSeats;
import vn.nghisu.meeting.stage.StageEvent.SeatsShown;
import vn.nghisu.meeting.stage.StageView.Scene;
import vn.nghisu.meeting.vote.Mode;

/** Where people sit, and what of it the room sees (product A3). */
class SeatingTest {
    private static final List<Seat> ROW = List.of(seat("s001", 10, "chair"), seat("s002", 20, "member1"), seat("s003", 30, ""));

    private static Seat seat(String id, int x, String person) {
        return new Seat(id, x, 20, "", Optional.of(person).filter(name -> !name.isEmpty()));
    }

    private static Scenario.Step laid() {
        return story -> story.does("secretary", new LaySeats(ROW));
    }

    private static SeatView at(Scenario story, String person, String seat) {
        return story.view(person).seats().seats().get(seat);
    }

    @Nested
    class The_map {
        @Test
        void is_laid_in_the_draft_and_seen_by_everybody_after_the_issue() {
            Scenario story = given(drafted(), withAgenda()).when("secretary", new LaySeats(ROW)).then(new SeatsLaid(ROW));
            story.does("secretary", new PreparationCommand.IssueMeeting());
            for (String person : List.of("chair", "member2", "guest", Caller.SCREEN)) {
                assertThat(story.view(person).seats().order()).containsExactly("s001", "s002", "s003");
                assertThat(at(story, person, "s002")).isEqualTo(new SeatView(20, 20, "", Optional.of("member1")));
            }
            story.when("secretary", new LaySeats(ROW)).changesNothing();
        }

        @Test
        void has_places_apart_each_of_one_person_and_each_person_once() {
            Scenario story = given(issued());
            story.when("secretary", new LaySeats(List.of(seat("s001", 10, ""), seat("s002", 17, "")))).refuses(Reason.SEATS_TOUCH);
            story.when("secretary", new LaySeats(List.of(seat("s001", 10, ""), seat("s002", 18, "")))).happens();
            story.when("secretary", new LaySeats(List.of(seat("s001", 10, "chair"), seat("s002", 20, "chair")))).refuses(Reason.SEATED_TWICE, "Ông chair");
            story.when("secretary", new LaySeats(List.of(seat("s001", 10, "stranger")))).refuses(Reason.NO_SUCH_PERSON);
            story.when("secretary", new LaySeats(List.of(seat("s001", 10, ""), seat("s001", 20, "")))).refuses(Reason.BAD_ID);
            story.when("secretary", new LaySeats(List.of(seat("x", 10, "")))).refuses(Reason.BAD_ID);
            story.when("secretary", new LaySeats(List.of(seat("s001", -1, "")))).refuses(Reason.BAD_NUMBER, Fields.SEAT_PLACE, 0, 1_000);
            story.when("secretary", new LaySeats(List.of(new Seat("s001", 0, 1_001, "", NONE)))).refuses(Reason.BAD_NUMBER);
            story.when("secretary", new LaySeats(List.of(new Seat("s001", 0, 0, "x".repeat(13), NONE)))).refuses(Reason.TEXT_TOO_LONG);
            story.when("secretary", new LaySeats(hall(601))).refuses(Reason.TOO_MANY, 600);
            story.when("secretary", new LaySeats(hall(600))).happens();
        }

        @Test
        void keeps_a_seat_whose_person_was_taken_off_the_list_as_a_free_one() {
            Scenario story = given(issued(), laid());
            List<Participant> without = new ArrayList<>(committee());
            without.removeIf(person -> person.id().equals("member1"));
            story.does("secretary", new PreparationCommand.NameParticipants(without, because("Chuyển công tác")));
            assertThat(at(story, "chair", "s002").person()).isEmpty();
        }

        private static List<Seat> hall(int seats) {
            return IntStream.range(0, seats).mapToObj(n -> new Seat("s%03d".formatted(n), n % 40 * 10, n / 40 * 10, "", NONE)).toList();
        }
    }

    @Nested
    class A_person {
        @Test
        void gets_another_place_and_who_had_it_has_none() {
            Scenario story = given(inSession(), laid()).when("secretary", new SeatPerson("member2", Optional.of("s002")))
                    .then(new PersonSeated("member2", Optional.of("s002")));
            assertThat(at(story, "guest", "s002").person()).contains("member2");
            story.does("secretary", new SeatPerson("member2", Optional.of("s003")));
            assertThat(at(story, "guest", "s002").person()).isEmpty();
            assertThat(at(story, "guest", "s003").person()).contains("member2");
            story.does("secretary", new SeatPerson("member2", NONE));
            assertThat(at(story, "guest", "s003").person()).isEmpty();
            story.when("secretary", new SeatPerson("member2", NONE)).changesNothing();
        }

        @Test
        void needs_a_place_that_is_there_and_to_be_on_the_list() {
            Scenario story = given(inSession(), laid());
            story.when("secretary", new SeatPerson("member2", Optional.of("s009"))).refuses(Reason.NO_SUCH_SEAT);
            story.when("secretary", new SeatPerson("stranger", Optional.of("s003"))).refuses(Reason.NO_SUCH_PERSON);
            story.when("member2", new SeatPerson("member2", Optional.of("s003"))).refuses(Reason.NOT_YOURS);
        }
    }

    @Nested
    class Who_has_voted {
        @Test
        void is_told_to_those_who_lead_while_the_vote_is_open_and_never_how() {
            for (Mode mode : List.of(Mode.OPEN, Mode.UNNAMED)) {
                Scenario story = given(inSession(), laid(), voteOpened("vote1", mode), cast("vote1", "member1", "against"));
                assertThat(story.view("chair").seats().voted()).contains(List.of("member1"));
                assertThat(story.view("secretary").seats().voted()).contains(List.of("member1"));
                for (String person : List.of("member2", "guest", Caller.SCREEN)) {
                    assertThat(story.view(person).seats().voted()).isEmpty();
                }
                story.and(held("vote1"));
                assertThat(story.view("chair").seats().voted()).isEmpty();
            }
            assertThat(given(inSession(), voteOpened("vote1", Mode.OPEN), voteClosed("vote1")).view("chair").seats().voted()).isEmpty();
        }

        @Test
        void moves_the_view_on_without_drawing_the_map_anew() {
            Scenario story = given(inSession(), laid(), voteOpened("vote1", Mode.OPEN));
            Meeting before = story.meeting();
            Rights rights = Rights.of(before, Scenario.caller("chair"));
            MeetingView view = MeetingView.of(before, rights);
            story.and(cast("vote1", "member1", "for"));
            MeetingView after = view.after(before, story.meeting(), rights);
            assertThat(after).isEqualTo(story.view("chair"));
            assertThat(after.seats().seats()).isSameAs(view.seats().seats());
            Meeting voted = story.meeting();
            story.does("secretary", new SeatPerson("member2", Optional.of("s003")));
            assertThat(after.after(voted, story.meeting(), rights)).isEqualTo(story.view("chair"));
        }
    }

    @Nested
    class On_the_screens {
        @Test
        void it_stands_when_asked_for_until_something_waits_for_an_answer() {
            Scenario story = given(issued(), laid()).when("secretary", new ShowSeats(true)).then(new SeatsShown(true));
            assertThat(story.view(Caller.SCREEN).stage().scene()).isEqualTo(Scene.SEATS);
            story = given(inSession(), laid()).does("secretary", new ShowSeats(true)).and(speaking("member1"));
            assertThat(story.view(Caller.SCREEN).stage().scene()).isEqualTo(Scene.SEATS);
            story.and(voteOpened("vote1", Mode.OPEN));
            assertThat(story.view(Caller.SCREEN).stage().scene()).isEqualTo(Scene.VOTE);
            story.and(voteClosed("vote1"));
            assertThat(story.view(Caller.SCREEN).stage().scene()).isEqualTo(Scene.RESULT);
            story.does("secretary", new ShowSeats(false));
            assertThat(story.view(Caller.SCREEN).stage().seats()).isFalse();
        }

        @Test
        void it_needs_a_map_and_goes_with_it() {
            given(inSession()).when("secretary", new ShowSeats(true)).refuses(Reason.NO_SEATS);
            Scenario story = given(inSession(), laid()).does("secretary", new ShowSeats(true)).does("secretary", new LaySeats(List.of()));
            assertThat(story.view(Caller.SCREEN).stage().seats()).isFalse();
            given(drafted()).when("secretary", new ShowSeats(true)).refuses(Reason.NOT_ISSUED);
        }
    }

    @Test
    void a_new_meeting_takes_the_map_and_the_grace_over_and_frees_the_seats_of_who_is_not_invited() {
        Meeting earlier = given(issued(), laid()).does("secretary", new SetGrace(10)).meeting();
        List<Participant> without = new ArrayList<>(committee());
        without.removeIf(person -> person.id().equals("member1"));
        for (Plan plan : List.of(Plan.of(earlier), Plan.NONE.inRoomOf(earlier).punctualAs(earlier))) {
            Scenario story = given().does("clerk", new PreparationCommand.CreateMeetingFrom(plan, create(without)));
            Seating seating = story.meeting().attendance().seating();
            assertThat(seating.seats()).extracting(Seat::person).containsExactly(Optional.of("chair"), NONE, NONE);
            assertThat(story.meeting().attendance().graceMinutes()).isEqualTo(10);
            assertThat(story.meeting().agenda().order().isEmpty()).isEqualTo(plan.items().isEmpty());
        }
    }
}
