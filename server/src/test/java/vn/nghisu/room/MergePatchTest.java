package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.MeetingView;
import vn.nghisu.meeting.Mine;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Stamp;

/** That a client which merges what it is sent has what the server has, whichever patches were joined on the way. */
class MergePatchTest {

    /** RFC 7396, appendix A, as far as its targets are objects, which views always are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'a':'b'}         | {'a':'c'}                | {'a':'c'}",
        "{'a':'b'}         | {'b':'c'}                | {'a':'b','b':'c'}",
        "{'a':'b'}         | {'a':null}               | {}",
        "{'a':'b','b':'c'} | {'a':null}               | {'b':'c'}",
        "{'a':['b']}       | {'a':'c'}                | {'a':'c'}",
        "{'a':'c'}         | {'a':['b']}              | {'a':['b']}",
        "{'a':{'b':'c'}}   | {'a':{'b':'d','c':null}} | {'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]} | {'a':[1]}                | {'a':[1]}",
        "{'e':null}        | {'a':1}                  | {'e':null,'a':1}",
        "{'a':'foo'}       | {'a':{'b':'c'}}          | {'a':{'b':'c'}}",
        "{}                | {'a':{'bb':{'ccc':null}}} | {'a':{'bb':{}}}"
    })
    void the_tests_client_merges_as_the_standard_says(String target, String patch, String result) throws Exception {
        ObjectNode merged = (ObjectNode) json(target);
        FakeLine.merge(merged, json(patch));
        assertThat(merged).isEqualTo(json(result));
    }

    public record Inner(int number, Optional<String> word) {}

    public record Outer(String text, Optional<Inner> inner, Map<String, Inner> byKey, List<String> list, Optional<List<String>> maybe) {}

    private static final Outer PLAIN = new Outer("a", Optional.empty(), Map.of(), List.of(), Optional.empty());

    @Nested
    class A_patch_between_two_records {
        @Test
        void is_empty_when_nothing_changed() {
            assertThat(MergePatch.between(PLAIN, PLAIN)).isEmpty();
            assertThat(MergePatch.between(PLAIN, new Outer("a", Optional.empty(), Map.of(), List.of(), Optional.empty()))).isEmpty();
        }

        @Test
        void says_only_what_changed() throws Exception {
            Outer before = new Outer("a", Optional.of(new Inner(1, Optional.of("x"))), Map.of("k", new Inner(1, Optional.empty()), "l", new Inner(2, Optional.empty())),
                    List.of("1"), Optional.of(List.of("2")));
            Outer after = new Outer("b", Optional.of(new Inner(1, Optional.empty())), Map.of("k", new Inner(3, Optional.empty())), List.of(), Optional.empty());
            assertThat(MergePatch.between(before, after))
                    .isEqualTo(json("{'text':'b','inner':{'word':null},'byKey':{'l':null,'k':{'number':3}},'list':[],'maybe':null}"));
        }

        @Test
        void brings_whole_what_was_not_there() throws Exception {
            assertThat(MergePatch.between(PLAIN, new Outer("a", Optional.of(new Inner(1, Optional.of("x"))), Map.of("k", new Inner(2, Optional.empty())), List.of(), Optional.of(List.of()))))
                    .isEqualTo(json("{'inner':{'number':1,'word':'x'},'byKey':{'k':{'number':2}},'maybe':[]}"));
        }
    }

    @Nested
    class Two_patches_in_a_row {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'a':1}         | {'a':2}         | {'a':2}",
            "{'a':1}         | {'b':2}         | {'a':1,'b':2}",
            "{'a':{'b':1}}   | {'a':{'c':2}}   | {'a':{'b':1,'c':2}}",
            "{'a':{'b':1}}   | {'a':null}      | {'a':null}",
            "{'a':{'b':1}}   | {'a':{'b':null}} | {'a':{'b':null}}",
            "{'a':{'b':null}} | {'a':{'b':1}}  | {'a':{'b':1}}",
            "{'a':null}      | {'b':1}         | {'a':null,'b':1}",
            "{'a':[1]}       | {'a':[2]}       | {'a':[2]}",
            "{}              | {'a':{'b':null}} | {'a':{'b':null}}"
        })
        void are_joined(String first, String second, String joined) throws Exception {
            assertThat(join((ObjectNode) json(first), (ObjectNode) json(second))).contains((ObjectNode) json(joined));
        }

        /** "Take it away and bring another" can't be said in one patch: what the other lacks would stay. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'a':null} | {'a':{'b':1}}",
            "{'x':{'a':null}} | {'x':{'a':{'b':1}}}",
            "{'a':1} | {'a':{'b':1}}",
            "{'a':[1]} | {'a':{}}"
        })
        void are_refused_when_no_one_patch_says_the_same(String first, String second) throws Exception {
            assertThat(join((ObjectNode) json(first), (ObjectNode) json(second))).isEmpty();
        }

        @Test
        void are_not_changed_by_being_joined() throws Exception {
            ObjectNode first = (ObjectNode) json("{'a':{'b':1}}");
            ObjectNode second = (ObjectNode) json("{'a':{'c':{'d':1}}}");
            join(first, second).orElseThrow().withObject("/a/c").put("d", 9);
            assertThat(first).isEqualTo(json("{'a':{'b':1}}"));
            assertThat(second).as("a patch is kept for others who come back").isEqualTo(json("{'a':{'c':{'d':1}}}"));
        }
    }

    /** Views of a meeting that goes its random way, for everybody in it. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void views_of_any_two_moments_are_a_patch_apart(long seed) {
        List<Meeting> moments = moments(seed);
        Random random = new Random(seed);
        for (String person : List.of("chair", "secretary", "member1", "guest1", Caller.SCREEN)) {
            Caller caller = Caller.person(person);
            List<MeetingView> views = moments.stream().filter(moment -> Rights.of(moment, caller).maySeeMeeting())
                    .map(moment -> MeetingView.of(moment, Rights.of(moment, caller))).toList();
            for (int i = 1; i < views.size(); i++) {
                MeetingView before = views.get(random.nextInt(4) == 0 ? random.nextInt(views.size()) : i - 1);
                assertThat(merged(tree(before), MergePatch.between(before, views.get(i)))).isEqualTo(tree(views.get(i)));
            }
            joins(views, random);
            Mine first = Mine.of(moments.get(0), caller);
            moments.stream().map(moment -> Mine.of(moment, caller)).forEach(mine -> {
                assertThat(merged(tree(first), MergePatch.between(first, mine))).isEqualTo(tree(mine));
                assertThat(merged(tree(first), MergePatch.whole(mine))).as("whole").isEqualTo(tree(mine));
            });
        }
    }

    /** Joined patches do what they did one after the other, or are refused; and mostly they are not. */
    private static void joins(List<MeetingView> views, Random random) {
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(views.size() - 1);
            int to = from + 1 + random.nextInt(Math.min(25, views.size() - 1 - from));
            Optional<ObjectNode> joined = Optional.of(Json.MAPPER.createObjectNode());
            for (int j = from; j < to; j++) {
                ObjectNode step = MergePatch.between(views.get(j), views.get(j + 1));
                joined = joined.flatMap(sum -> join(sum, step));
            }
            refused += joined.isEmpty() ? 1 : 0;
            joined.ifPresent(sum -> assertThat(merged(tree(views.get(from)), sum)).isEqualTo(tree(views.get(to))));
        }
        assertThat(refused).isLessThan(60);
    }

    private static List<Meeting> moments(long seed) {
        SimulationWorld world = new SimulationWorld(seed);
        SimulationActs acts = new SimulationActs(world);
        List<Meeting> moments = new ArrayList<>();
        Meeting meeting = after(Meeting.none("m1"), new SimulationCourse.Act(Caller.SYSTEM, acts.create()));
        for (int i = 0; i < 300; i++) {
            Meeting next = after(meeting, acts.next(meeting));
            if (next != meeting) {
                moments.add(next);
            }
            meeting = next;
        }
        return moments;
    }

    private static Meeting after(Meeting meeting, SimulationCourse.Act act) {
        Decision decision = act.command().decide(meeting, Context.of(Caller.person(act.person()), SimulationActs.STARTS.plusSeconds(meeting.seq()), new SealedVotes()));
        Meeting next = meeting;
        if (decision instanceof Decision.Accepted accepted) {
            for (Event event : accepted.events()) {
                long seq = next.seq() + 1;
                next = next.after(event, new Stamp(seq, SimulationActs.STARTS.plusSeconds(seq), act.person(), "C" + seq));
            }
        }
        return next;
    }

    private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
        FakeLine.merge(target, reread(patch));
        return target;
    }

    private static ObjectNode tree(Object value) {
        return reread(Json.MAPPER.valueToTree(value));
    }

    /** As it comes over the wire. */
    private static ObjectNode reread(ObjectNode node) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(Json.bytes(node));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String withSingleQuotes) throws Exception {
        return Json.MAPPER.readTree(withSingleQuotes.replace('\'', '"'));
    }

    /** One patch for two in a row; empty when there is none. */
    private static Optional<ObjectNode> join(ObjectNode first, ObjectNode second) {
        ObjectNode sum = first.deepCopy();
        return MergePatch.add(sum, second) ? Optional.of(sum) : Optional.empty();
    }
}
