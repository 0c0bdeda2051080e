package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.room.EventCodec;

/** Views that are moved on from an earlier state are those that would be made anew, after every entry of a whole meeting. */
class MovedOnViewsTest {
    private static final List<String> PERSONS = List.of("chair1", "secr1", "memb1", "memb2", "memb3", "guest1", Caller.SCREEN);

    private record Step(Event event, Meeting before, Meeting after) {}

    @Test
    void a_view_moved_on_is_the_view_made_anew() throws IOException {
        Map<Rights, MeetingView> views = new HashMap<>();
        for (Step step : steps()) {
            for (String person : PERSONS) {
                Rights rights = Rights.of(step.after(), Caller.person(person));
                if (rights.maySeeMeeting() && rights.equals(Rights.of(step.before(), Caller.person(person)))) {
                    MeetingView before = views.containsKey(rights) ? views.get(rights) : MeetingView.of(step.before(), rights);
                    assertThat(before.after(step.before(), step.after(), rights)).as("%s after %s", person, step.event())
                            .isEqualTo(MeetingView.of(step.after(), rights));
                }
            }
            views.replaceAll((rights, view) -> view.after(step.before(), step.after(), rights));
            PERSONS.stream().map(person -> Rights.of(step.after(), Caller.person(person))).filter(Rights::maySeeMeeting)
                    .forEach(rights -> views.computeIfAbsent(rights, wanted -> MeetingView.of(step.after(), wanted)));
        }
        assertThat(views).hasSizeGreaterThan(3);
    }

    @Test
    void a_personal_view_moved_on_is_the_one_made_anew() throws IOException {
        for (Step step : steps()) {
            if (step.event().changesRights()) {
                continue;
            }
            for (String person : PERSONS) {
                Mine before = Mine.of(step.before(), Caller.person(person));
                assertThat(before.after(step.before(), step.after(), step.after().votes().changedSince(step.before().votes())))
                        .as("%s after %s", person, step.event()).isEqualTo(Mine.of(step.after(), Caller.person(person)));
            }
        }
    }

    @Test
    void people_and_results_that_stand_are_the_same_objects() throws IOException {
        List<Step> steps = steps();
        Meeting last = steps.get(steps.size() - 1).after();
        Rights rights = Rights.of(last, Caller.person("chair1"));
        MeetingView view = MeetingView.of(last, rights);

        MeetingView next = view.after(last, last.with(last.stage()), rights);

        assertThat(next.people()).isSameAs(view.people());
        assertThat(view.votes().votes().values()).anyMatch(vote -> vote.result().isPresent());
        view.votes().votes().forEach((id, vote) -> vote.result().ifPresent(result ->
                assertThat(next.votes().votes().get(id).result().orElseThrow()).isSameAs(result)));
    }

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        Meeting meeting = Meeting.none("m-golden");
        try (JournalExport.Lines lines = JournalExport.open(Path.of("src", "test", "resources", "golden", "meeting.jsonl"))) {
            while (lines.hasNext()) {
                Entry entry = lines.next();
                Event event = EventCodec.event(entry);
                Meeting after = meeting.after(event, EventCodec.stamp(entry));
                steps.add(new Step(event, meeting, after));
                meeting = after;
            }
        }
        return steps;
    }
}
