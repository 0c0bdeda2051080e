package vn.nghisu.web.meetings;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.minutes.MinutesEvent.MinutesWritten;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.minutes.RichText;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.minutes.FactPlaces;
import vn.nghisu.people.Directory;
import vn.nghisu.room.EventCodec;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** The secretary's own text of the minutes for those who lead: as it is, the steps since a version, how it became so, and the facts beside it (product M1, M2). */
public final class MinutesTextRoutes {
    private static final String TEXTS = "/api/meetings/:meeting/minutes/texts";
    private static final String TEXT = TEXTS + "/:place/:part";
    /** Who writes on within this time is told of once in the history. */
    private static final Duration SITTING = Duration.ofMinutes(5);
    /** A text of at least so many letters is told of by itself before most of it was taken out. */
    private static final int WORTH_KEEPING = 10;

    private final Rooms rooms;
    private final Directory directory;
    private final Journal journal;
    private final NewestFacts facts;

    public MinutesTextRoutes(Rooms rooms, Directory directory, Journal journal) {
        this.rooms = rooms;
        this.directory = directory;
        this.journal = journal;
        this.facts = new NewestFacts(journal, Integer.MAX_VALUE, FactPlaces::tells);
    }

    public void declare(Api api) {
        api.atOnce(HttpMethod.GET, TEXTS, Right.SIGNED_IN, this::texts)
                .blocking(HttpMethod.GET, TEXT + "/steps", Right.SIGNED_IN, this::steps)
                .atOnce(HttpMethod.GET, TEXT + "/history", Right.SIGNED_IN, this::history)
                .blocking(HttpMethod.GET, TEXT + "/at/:seq", Right.SIGNED_IN, this::earlier)
                .blocking(HttpMethod.GET, "/api/meetings/:meeting/minutes/facts", Right.SIGNED_IN, this::facts);
    }

    /** @param version how many steps have led to it */
    record Version(int version, RichText document) {}

    /** @param texts by place and part, those that were ever written */
    record Texts(Map<String, Version> texts) {}

    /** @param writer whose steps they are, each as JSON */
    record Batch(String writer, List<String> steps) {}

    /** @param version to which the batches lead */
    record Steps(int version, List<Batch> batches) {}

    /** Times are ms since 1970. @param seq of the entry that holds the text at the end of it */
    record Sitting(String by, long from, long to, long seq, int version) {}

    record History(List<Sitting> sittings) {}

    /** @param place id of an item, or {@code general} @param corrects whether it changes what an earlier fact said */
    record PlacedFact(long seq, long at, String place, boolean corrects, String text) {}

    record PlacedFacts(List<PlacedFact> facts, long seq) {}

    private Texts texts(Call call) {
        Map<String, Version> texts = new TreeMap<>();
        led(call).meeting().minutes().texts().forEach((key, text) -> texts.put(key, new Version(text.version(), text.document())));
        return new Texts(texts);
    }

    private Steps steps(Call call) {
        Room.Standing standing = led(call);
        MinutesTexts.Written text = text(call, standing);
        long from = Math.max(0, number(call.ctx().queryParam("from").stream().findFirst().orElse("")));
        List<Long> entries = text.writes().stream().filter(write -> write.version() > from).map(MinutesTexts.Write::seq).toList();
        List<Batch> batches = new ArrayList<>();
        if (!entries.isEmpty()) {
            Iterator<Long> wanted = entries.iterator();
            long next = wanted.next();
            for (Entry entry : journal.all(standing.head().stream(), next - 1)) {
                if (entry.seq() == next) {
                    MinutesWritten written = (MinutesWritten) EventCodec.event(entry);
                    batches.add(new Batch(written.writer(), written.steps().subList((int) Math.max(0, from - written.version()), written.steps().size())));
                    if (!wanted.hasNext()) {
                        break;
                    }
                    next = wanted.next();
                }
            }
        }
        return new Steps(text.version(), batches);
    }

    private History history(Call call) {
        List<Sitting> sittings = new ArrayList<>();
        int longest = 0;
        for (MinutesTexts.Write write : text(call, led(call)).writes()) {
            Sitting last = sittings.isEmpty() ? null : sittings.get(sittings.size() - 1);
            long at = write.at().toEpochMilli();
            boolean mostIsGone = longest >= WORTH_KEEPING && write.letters() < longest / 2;
            boolean goesOn = last != null && last.by().equals(write.by()) && at - last.to() < SITTING.toMillis() && !mostIsGone;
            longest = goesOn ? Math.max(longest, write.letters()) : write.letters();
            if (goesOn) {
                sittings.remove(sittings.size() - 1);
            }
            sittings.add(new Sitting(write.by(), goesOn ? last.from() : at, at, write.seq(), write.version()));
        }
        return new History(sittings);
    }

    private Version earlier(Call call) {
        Room.Standing standing = led(call);
        long seq = number(call.path("seq"));
        MinutesTexts.Write write = text(call, standing).writes().stream().filter(each -> each.seq() == seq).findFirst().orElseThrow(Problem.NOT_FOUND::with);
        MinutesWritten written = (MinutesWritten) EventCodec.event(journal.read(standing.head().stream(), seq - 1, 1).get(0));
        return new Version(write.version(), written.document());
    }

    private PlacedFacts facts(Call call) {
        Room.Standing standing = led(call);
        return new PlacedFacts(facts.of(standing).stream()
                .map(told -> new PlacedFact(told.entry().seq(), told.entry().at().toEpochMilli(), told.place(), told.corrects(), told.words().in(call.language())))
                .toList(), standing.head().seq());
    }

    private static MinutesTexts.Written text(Call call, Room.Standing standing) {
        TextPart part = Stream.of(TextPart.values()).filter(each -> each.name().equals(call.path("part"))).findFirst().orElseThrow(Problem.NOT_FOUND::with);
        return standing.meeting().minutes().of(call.path("place"), part);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.BAD_REQUEST.with();
        }
    }

    /** What is not for the caller is not found. */
    private Room.Standing led(Call call) {
        Room.Standing standing = rooms.find(call.path("meeting")).map(Room::standing).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(standing.meeting(), call.who().caller(directory));
        if (!rights.mayLead() || standing.meeting().session().openedAt().isEmpty()) {
            throw Problem.NOT_FOUND.with();
        }
        return standing;
    }
}
