package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.attendance.AttendanceCommand.CheckIn;
import vn.nghisu.meeting.attendance.AttendanceCommand.MarkAllPresent;
import vn.nghisu.meeting.attendance.AttendanceCommand.MarkLeft;
import vn.nghisu.meeting.attendance.AttendanceCommand.MarkPresent;
import vn.nghisu.meeting.attendance.AttendanceCommand.ReportAbsence;
import vn.nghisu.meeting.attendance.AttendanceCommand.SetGrace;
import vn.nghisu.meeting.attendance.AttendanceEvent.AbsenceReported;
import vn.nghisu.meeting.attendance.AttendanceEvent.PersonArrived;
import vn.nghisu.meeting.attendance.AttendanceEvent.PersonLeft;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.attendance.PeopleView.PersonView;
import vn.nghisu.meeting.attendance.PeopleView.QuorumView;
import vn.nghisu.meeting.session.SessionCommand.OpenMeeting;

class AttendanceTest {

    @Nested
    class Checking_in {
        @Test
        void is_possible_from_the_issue_on() {
            Scenario story = given(issued()).when("member1", new CheckIn(Manner.IN_ROOM)).then(new PersonArrived("member1", Manner.IN_ROOM));
            assertThat(person(story, "member1").presence()).contains(Manner.IN_ROOM);
            assertThat(person(story, "member1").arrivedAt()).contains(story.now().toEpochMilli());
            assertThat(story.mine("member1").presence()).contains(Manner.IN_ROOM);
            assertThat(story.mine("member2").presence()).isEmpty();
        }

        @Test
        void twice_changes_nothing_and_from_afar_changes_the_manner() {
            Scenario story = given(issued(), present("member1")).when("member1", new CheckIn(Manner.IN_ROOM)).changesNothing();
            story.when("member1", new CheckIn(Manner.REMOTE)).then(new PersonArrived("member1", Manner.REMOTE));
            assertThat(person(story, "member1").presence()).contains(Manner.REMOTE);
            assertThat(story.view("guest").people().presentCount()).isEqualTo(1);
        }

        @Test
        void in_another_manner_is_possible_once_a_minute_and_thirty_times_and_the_secretary_may_always() {
            Scenario story = given(issued(), at(0), present("member1")).does("member1", new CheckIn(Manner.REMOTE));
            story.when("member1", new CheckIn(Manner.REMOTE)).changesNothing();
            story.when("member1", new CheckIn(Manner.IN_ROOM)).refuses(Reason.MANNER_JUST_CHANGED);
            story.does("member1", new MarkLeft("member1")).when("member1", new CheckIn(Manner.IN_ROOM)).refuses(Reason.MANNER_JUST_CHANGED);
            for (int i = 0; i < 40; i++) {
                story.does("secretary", new MarkPresent("member1", i % 2 == 0 ? Manner.REMOTE : Manner.IN_ROOM));
            }
            for (int change = 1; change < 30; change++) {
                story.and(at(2 * change)).does("member1", new CheckIn(change % 2 == 1 ? Manner.REMOTE : Manner.IN_ROOM));
            }
            story.and(at(70)).when("member1", new CheckIn(Manner.IN_ROOM)).refuses(Reason.MANNER_CHANGED_OFTEN, 30);
            story.when("secretary", new MarkPresent("member1", Manner.IN_ROOM)).happens();
        }

        @Test
        void is_also_done_by_the_secretary() {
            given(issued()).when("secretary", new MarkPresent("guest", Manner.IN_ROOM)).then(new PersonArrived("guest", Manner.IN_ROOM))
                    .when("secretary", new MarkPresent("guest", Manner.IN_ROOM)).changesNothing();
            given(issued()).when("secretary", new MarkPresent("stranger", Manner.IN_ROOM)).refuses(Reason.NO_SUCH_PERSON);
            given(issued()).when("member1", new MarkPresent("member2", Manner.IN_ROOM)).refuses(Reason.NOT_YOURS);
        }

        @Test
        void is_not_possible_before_the_issue_or_after_the_end() {
            given(drafted()).when("secretary", new CheckIn(Manner.IN_ROOM)).refuses(Reason.NOT_ISSUED);
            given(drafted()).when("member1", new CheckIn(Manner.IN_ROOM)).refuses(Reason.NO_SUCH_MEETING);
            given(closed()).when("member1", new CheckIn(Manner.IN_ROOM)).refuses(Reason.MEETING_OVER);
            given(cancelled()).when("secretary", new MarkPresent("guest", Manner.IN_ROOM)).refuses(Reason.MEETING_OVER);
        }

        @Test
        void a_stranger_does_not_even_learn_whether_the_meeting_is_over() {
            for (Scenario story : new Scenario[] {given(), given(drafted()), given(issued()), given(inSession()), given(closed()), given(cancelled())}) {
                story.when("stranger", new CheckIn(Manner.IN_ROOM)).refuses(Reason.NO_SUCH_MEETING);
                story.when("stranger", new MarkLeft("stranger")).refuses(Reason.NO_SUCH_MEETING);
            }
        }
    }

    @Nested
    class Leaving {
        @Test
        void ends_presence_and_is_noted_with_its_time() {
            Scenario story = given(inSession()).when("member1", new MarkLeft("member1")).then(new PersonLeft("member1"));
            assertThat(person(story, "member1").presence()).isEmpty();
            assertThat(person(story, "member1").leftAt()).contains(story.now().toEpochMilli());
            story.does("member1", new CheckIn(Manner.IN_ROOM));
            assertThat(person(story, "member1").leftAt()).isEmpty();
        }

        @Test
        void ends_the_turn_and_takes_back_the_requests_to_speak() {
            Scenario story = given(inSession(), asked("member1"), speaking("member1"), asked("member2"), left("member1"));
            assertThat(story.view("guest").floor().speaker()).isEmpty();
            assertThat(story.view("guest").floor().requests().values()).extracting("person").containsExactly("member2");
            assertThat(story.mine("member1").requests()).isEmpty();
        }

        @Test
        void of_another_leaves_the_speaker_speaking() {
            Scenario story = given(inSession(), speaking("member1"), left("member2"));
            assertThat(story.view("guest").floor().speaker()).isPresent();
        }

        @Test
        void is_for_those_who_are_there() {
            given(issued()).when("member1", new MarkLeft("member1")).refuses(Reason.NOT_PRESENT, "Ông member1");
            given(issued()).when("secretary", new MarkLeft("stranger")).refuses(Reason.NO_SUCH_PERSON);
            given(inSession()).when("member2", new MarkLeft("member1")).refuses(Reason.NOT_YOURS);
        }
    }

    @Nested
    class Several_at_once {
        @Test
        void are_checked_in_with_one_word_and_who_is_there_already_stays() {
            Scenario story = given(issued(), present("member1")).when("secretary", new MarkAllPresent(List.of("member1", "member2", "guest", "member2"), Manner.IN_ROOM))
                    .then(new PersonArrived("member2", Manner.IN_ROOM), new PersonArrived("guest", Manner.IN_ROOM));
            story.when("secretary", new MarkAllPresent(List.of("member1", "member2"), Manner.IN_ROOM)).changesNothing();
            story.when("secretary", new MarkAllPresent(List.of("member3", "stranger"), Manner.IN_ROOM)).refuses(Reason.NO_SUCH_PERSON);
            assertThat(person(story, "member3").presence()).isEmpty();
        }
    }

    @Nested
    class Coming_late_and_back {
        @Test
        void is_told_from_the_grace_of_the_body_on() {
            Scenario story = given(issued(), at(0), present("chair", "member1", "member2")).does("chair", new OpenMeeting(false)).does("secretary", new SetGrace(10));
            story.and(at(9), present("member3"), at(11), present("guest"));
            assertThat(person(story, "member3").late()).isFalse();
            assertThat(person(story, "guest").late()).isTrue();
            assertThat(story.view("guest").people().graceMinutes()).isEqualTo(10);
            story.does("secretary", new SetGrace(5));
            assertThat(person(story, "member3").late()).isTrue();
            story.when("secretary", new SetGrace(5)).changesNothing();
            story.when("secretary", new SetGrace(121)).refuses(Reason.BAD_NUMBER, Fields.MINUTES, 0, 120);
            story.when("secretary", new SetGrace(-1)).refuses(Reason.BAD_NUMBER);
        }

        @Test
        void is_never_told_before_the_opening_and_an_earlier_visit_does_not_count() {
            Scenario story = given(issued(), at(-60), present("member1"), left("member1"), at(0), present("chair", "member2", "member3"));
            assertThat(person(story, "member1").late()).isFalse();
            story.does("chair", new OpenMeeting(false)).and(at(30), present("member1"));
            assertThat(person(story, "member1").late()).isTrue();
            assertThat(person(story, "member1").returnedAt()).contains(story.now().toEpochMilli());
        }

        @Test
        void a_return_has_its_time_and_another_manner_is_none() {
            Scenario story = given(inSession(), at(10), left("member1"), at(20), present("member1"));
            long returned = story.now().toEpochMilli();
            assertThat(person(story, "member1").returnedAt()).contains(returned);
            assertThat(person(story, "member1").late()).isFalse();
            story.and(at(25)).does("member1", new CheckIn(Manner.REMOTE));
            assertThat(person(story, "member1").returnedAt()).contains(returned);
            story.and(at(30), left("member1"));
            assertThat(person(story, "member1").returnedAt()).isEmpty();
            assertThat(person(story, "member2").returnedAt()).isEmpty();
        }

        @Test
        void moves_the_view_on_with_the_opening_and_the_grace() {
            Scenario story = given(issued(), at(0), present("chair", "member1", "member2", "member3"));
            Rights rights = Rights.of(story.meeting(), Caller.person("chair"));
            for (Command command : List.of(new OpenMeeting(false), new MarkPresent("guest", Manner.IN_ROOM), new SetGrace(0), new SetGrace(30))) {
                Meeting before = story.meeting();
                MeetingView view = MeetingView.of(before, rights);
                story.does("chair", command);
                assertThat(view.after(before, story.meeting(), rights)).isEqualTo(MeetingView.of(story.meeting(), rights));
            }
        }
    }

    @Test
    void who_was_there_at_any_moment_can_be_said() {
        Scenario story = given(inSession(), at(10), left("member1"), at(20), present("member1"), at(30), left("member1"));
        var presence = story.meeting().attendance().of("member1");
        assertThat(List.of(5, 9, 21, 25)).allMatch(minute -> presence.at(Scenario.EIGHT.plusSeconds(60L * minute)));
        assertThat(List.of(-5, 15, 19, 35)).noneMatch(minute -> presence.at(Scenario.EIGHT.plusSeconds(60L * minute)));
    }

    @Nested
    class Reporting_an_absence {
        @Test
        void is_done_by_oneself_or_the_secretary_with_a_reason() {
            Scenario story = given(issued()).when("member1", new ReportAbsence("member1", " Đi công tác ")).then(new AbsenceReported("member1", "Đi công tác"));
            assertThat(story.view("secretary").people().people().get("member1").absence()).contains("Đi công tác");
            given(issued()).when("secretary", new ReportAbsence("member2", "Ốm")).happens();
            given(issued()).when("member1", new ReportAbsence("member2", "Ốm")).refuses(Reason.NOT_YOURS);
            given(issued()).when("member1", new ReportAbsence("member1", " ")).refuses(Reason.TEXT_MISSING, Fields.REASON);
            given(issued(), present("member1")).when("member1", new ReportAbsence("member1", "x")).refuses(Reason.ALREADY_PRESENT, "Ông member1");
        }

        @Test
        void tells_the_reason_to_those_who_prepare_or_lead_and_to_nobody_else() {
            Scenario story = given(issued()).does("member1", new ReportAbsence("member1", "canary-mổ tim"));
            assertThat(List.of("chair", "secretary")).allSatisfy(person -> assertThat(story.everythingFor(person)).contains("canary"));
            assertThat(List.of("member1", "member2", "observer", "guest", Caller.SCREEN))
                    .allSatisfy(person -> assertThat(story.everythingFor(person)).isNotEmpty().doesNotContain("canary", "mổ"));
        }

        @Test
        void is_forgotten_when_the_person_comes_after_all() {
            Scenario story = given(issued()).does("member1", new ReportAbsence("member1", "x")).and(present("member1"));
            assertThat(story.view("secretary").people().people().get("member1").absence()).isEmpty();
        }
    }

    @Nested
    class The_quorum {
        @Test
        void counts_those_with_a_vote_and_nobody_else() {
            Scenario story = given(issued(), present("secretary", "observer", "guest", "member1"));
            assertThat(story.view("guest").people().quorum()).isEqualTo(new QuorumView(4, 1, 3, false));
            assertThat(story.view("guest").people().presentCount()).isEqualTo(4);
            story.and(present("member2", "chair"));
            assertThat(story.view("guest").people().quorum()).isEqualTo(new QuorumView(4, 3, 3, true));
            story.and(left("member2"));
            assertThat(story.view("guest").people().quorum().met()).isFalse();
        }
    }

    private static PersonView person(Scenario story, String id) {
        return story.view("guest").people().people().get(id);
    }
}
