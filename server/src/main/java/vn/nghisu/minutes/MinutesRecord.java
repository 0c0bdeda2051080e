package vn.nghisu.minutes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.minutes.MinutesDraft.Attendee;
import vn.nghisu.minutes.MinutesDraft.Step;

/**
 * The minutes for machines, attached to their PDF: who was there and when, votes with numbers, rule and verdict, conclusions. Made of the
 * journal up to {@code journal} alone, so that whoever has the journal can make it again and compare (product M5). Its schema is in
 * docs/minutes-record.md; its names stay when those of the program change.
 *
 * @param v version of the schema
 * @param number in the year's series, which the journal does not know; {@code notation} likewise
 */
public record MinutesRecord(int v, Journal journal, Gathering meeting, Optional<Integer> number, Optional<String> notation, List<Attendance> attendance,
        List<Absence> absences, List<Item> items) {
    /** Name of the attached file. */
    public static final String FILE = "nghisu-minutes.json";
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** The entry up to which the journal was told. */
    public record Journal(String stream, long seq, String hash) {
        static Journal of(Head head) {
            return new Journal(head.stream(), head.seq(), head.hash().hex());
        }
    }

    /** @param quorum at the opening */
    public record Gathering(String agency, Optional<String> parentAgency, String kind, String title, String room, Optional<Instant> openedAt,
            Optional<Instant> closedAt, Person chair, List<Person> secretaries, Optional<Quorum.Standing> quorum) {}

    public record Person(String name, String post) {
        static Person of(MinutesDraft.Person person) {
            return new Person(person.name(), person.post());
        }
    }

    /** @param votes whether with a vote @param inPlaceOf members in whose place the person came */
    public record Attendance(Person person, boolean guest, boolean votes, List<Stay> stays, List<Person> inPlaceOf) {}

    public record Stay(Instant from, Optional<Instant> to, Manner manner) {}

    public record Absence(Person person, boolean votes, String reason, Optional<Person> substitute) {}

    /** @param number as printed; empty for what is outside the agenda */
    public record Item(String number, String title, boolean takenUp, List<Vote> votes, List<String> conclusions) {}

    /** @param result absent when it was cancelled, or lasts */
    public record Vote(String question, Mode mode, MajorityRule rule, Instant openedAt, Optional<Instant> closedAt, boolean repeated,
            Optional<String> cancelledBecause, Optional<Result> result) {}

    /**
     * @param members all with a vote @param entitled those on the list of voters @param received ballots
     * @param verdict the sentence that was shown
     */
    public record Result(int members, int entitled, int received, int notVoted, List<Choice> choices, List<String> recused, String verdict) {}

    /** @param count what decides @param heads ballots @param names only of open votes */
    public record Choice(String label, int count, int heads, List<String> names) {}

    public static MinutesRecord of(MinutesDraft draft) {
        return new MinutesRecord(VERSION, Journal.of(draft.journal()),
                new Gathering(draft.registration().agency(), draft.registration().parentAgency(), draft.gathering(), draft.title(), draft.room(), draft.openedAt(),
                        draft.closedAt(), Person.of(draft.chair()), draft.secretaries().stream().map(Person::of).toList(), draft.quorum()),
                draft.registration().number(), draft.registration().notation(),
                Stream.concat(draft.present().stream().map(each -> attendance(each, false)), draft.guests().stream().map(each -> attendance(each, true))).toList(),
                draft.absent().stream().map(each -> new Absence(Person.of(each.person()), each.votes(), each.reason(), each.substitute().map(Person::of))).toList(),
                draft.course().stream().flatMap(MinutesRecord::item).toList());
    }

    private static Attendance attendance(Attendee attendee, boolean guest) {
        return new Attendance(Person.of(attendee.person()), guest, attendee.votes(),
                attendee.stays().stream().map(stay -> new Stay(stay.from(), stay.to(), stay.manner())).toList(),
                attendee.places().stream().map(place -> Person.of(place.member())).toList());
    }

    private static Stream<Item> item(Step step) {
        List<Item> items = new ArrayList<>();
        step.read(new Step.Reader() {
            @Override
            public void recess(Step.Recess recess) { // decides nothing
            }

            @Override
            public void item(Step.Item item) {
                items.add(new Item(item.number(), item.title(), item.takenUp(), item.votes().stream().map(MinutesRecord::vote).toList(), item.conclusions()));
            }
        });
        return items.stream();
    }

    private static Vote vote(MinutesDraft.Ballot ballot) {
        return new Vote(ballot.question(), ballot.mode(), ballot.rule(), ballot.openedAt(), ballot.closedAt(), ballot.repeated(), ballot.cancelledBecause(),
                ballot.result().map(result -> new Result(result.members(), result.entitled(), result.received(), result.notVoted(),
                        result.choices().stream().map(choice -> new Choice(choice.label(), choice.count(), choice.heads(), choice.names())).toList(),
                        result.recused(), result.verdict())));
    }

    /** JSON in UTF-8, members in the order of their names. */
    public byte[] json() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that can't be written", e);
        }
    }
}
