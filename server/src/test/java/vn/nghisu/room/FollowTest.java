package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.notes.NoteBody.Colour;
import vn.nghisu.notes.NoteBody.Tool;

/** reading.md 7, F1: whoever follows has the presenter's page and strokes at the end, whatever his line did on the way. */
class FollowTest {
    private static final String MEETING = "meeting-1";
    static final String PAPER = "paper-1";
    private static final int SEATS = 60;
    private static final int EVENTS = 10_000;
    private static final double LOSS = 0.05;
    private static final double BACK_AGAIN = 0.01;
    private static final int STROKES = 40;
    /** At the end there is something to compare. */
    private static final int FROM_THE_LAST_WIPE = 500;
    /** Events that are given before the room has told of them. */
    private static final int AHEAD = 20;

    @Test
    void sixty_seats_stand_with_the_presenter_after_ten_thousand_events_on_a_bad_network() throws Exception {
        Vertx vertx = Vertx.vertx();
        Rooms rooms = new Rooms(vertx, new SlowJournal(), Instant::now);
        try {
            Room room = presenting(rooms);
            follow(room, new Random(2026));
        } finally {
            rooms.close();
            vertx.close();
        }
    }

    private static void follow(Room room, Random random) throws Exception {
        Seat presenter = new Seat(Caller.person("chair"), Language.VI, new FakeLine());
        room.enter(presenter, Optional.empty(), Optional.empty());
        List<Follower> followers = new ArrayList<>();
        for (int i = 0; i < SEATS; i++) {
            followers.add(new Follower(room, "member" + i, random.nextLong()));
        }
        Map<String, List<Integer>> drawn = new TreeMap<>();
        Live.Page page = page(random);
        for (int event = 0; event < EVENTS; event++) {
            int what = random.nextInt(100);
            String id = "stroke-" + random.nextInt(STROKES);
            List<Integer> known = drawn.get(id);
            if (what < 35) {
                page = page(random);
                room.show(presenter, page);
            } else if (what < 50 || known == null) {
                drawn.put(id, points(random));
                room.draw(presenter, stroke(id, 0, drawn.get(id), false));
            } else if (what < 85 && known.size() < 2_000) {
                List<Integer> more = points(random);
                room.draw(presenter, stroke(id, known.size() / 2, more, false));
                drawn.put(id, join(known, more));
            } else if (what < 98) {
                room.draw(presenter, stroke(id, 0, List.of(), true));
                drawn.remove(id);
            } else if (event < EVENTS - FROM_THE_LAST_WIPE && event % 7 == 0) {
                room.wipe(presenter);
                drawn.clear();
            }
            for (Follower follower : followers) {
                follower.perhapsBack();
            }
            if (event % AHEAD == 0) {
                settle(room);
            }
        }
        room.show(presenter, page);
        assertThat(drawn).hasSizeGreaterThan(10);
        assertThat(followers.stream().mapToInt(follower -> follower.entries).sum()).as("lines that broke").isGreaterThan(10 * SEATS);
        for (Follower follower : followers) {
            follower.backForGood();
        }
        for (Follower follower : followers) {
            follower.awaits(page, drawn);
        }
    }

    /** Entering runs on the room's own thread, after all that it was given before. */
    private static void settle(Room room) throws InterruptedException {
        FakeLine line = new FakeLine();
        Seat seat = new Seat(Caller.person("secretary"), Language.VI, line);
        room.enter(seat, Optional.empty(), Optional.empty());
        line.awaitFrame("view");
        room.leave(seat);
    }

    /** A tablet whose line loses frames; what comes after a lost one is lost with its line, until it enters anew. */
    private static final class Follower {
        private final Room room;
        private final String person;
        private final Random loss;
        private final Random back;
        private Seat seat;
        private boolean up;
        private boolean reliable;
        private int entries;
        private long n = -1;
        private int page;
        private List<Double> rect = List.of();
        private final Map<String, List<Integer>> strokes = new TreeMap<>();

        Follower(Room room, String person, long seed) {
            this.room = room;
            this.person = person;
            this.loss = new Random(seed);
            this.back = new Random(~seed);
            enter();
        }

        private void enter() {
            Seat before = seat;
            if (before != null) {
                room.leave(before);
            }
            synchronized (this) {
                up = true;
                entries++;
                // each entry is a line of its own: what is still under way on the old one goes nowhere
                seat = new Seat(Caller.person(person), Language.VI, new Entry(this, entries));
            }
            room.enter(seat, Optional.empty(), Optional.empty());
        }

        void perhapsBack() {
            boolean down;
            synchronized (this) {
                down = !up;
            }
            if (down && back.nextDouble() < BACK_AGAIN) {
                enter();
            }
        }

        void backForGood() {
            boolean down;
            synchronized (this) {
                reliable = true;
                down = !up;
            }
            if (down) {
                enter();
            }
        }

        synchronized void take(int entry, Frame frame) {
            if (entry != entries || !up) {
                return;
            }
            if (!reliable && loss.nextDouble() < LOSS) {
                up = false;
                return;
            }
            JsonNode said = Parsed.of(frame);
            if (said.has("live")) { // a view brings the newest page along
                live(said.get("live"));
            }
            notifyAll();
        }

        private void live(JsonNode live) {
            switch (live.get("kind").asText()) {
                case "wiped" -> strokes.clear();
                case "page" -> {
                    if (live.get("n").asLong() > n) {
                        n = live.get("n").asLong();
                        page = live.get("page").asInt();
                        rect = doubles(live.get("rect"));
                    }
                }
                case "stroke" -> stroke(live);
                default -> { }
            }
        }

        private void stroke(JsonNode live) {
            String id = live.get("stroke").asText();
            List<Integer> known = strokes.get(id);
            List<Integer> points = new ArrayList<>();
            live.get("points").forEach(point -> points.add(point.asInt()));
            if (live.get("gone").asBoolean()) {
                strokes.remove(id);
            } else if (live.get("from").asInt() == 0) {
                strokes.put(id, points);
            } else if (known != null && known.size() == 2 * live.get("from").asInt()) {
                strokes.put(id, join(known, points));
            }
        }

        synchronized void awaits(Live.Page wanted, Map<String, List<Integer>> drawn) throws InterruptedException {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!(page == wanted.page() && rect.equals(wanted.rect()) && strokes.equals(drawn)) && System.nanoTime() < until) {
                wait(100);
            }
            assertThat(page).isEqualTo(wanted.page());
            assertThat(rect).isEqualTo(wanted.rect());
            assertThat(strokes).isEqualTo(drawn);
        }
    }

    private record Entry(Follower follower, int number) implements Line {
        @Override
        public Executor loop() {
            return Runnable::run;
        }

        @Override
        public void write(Frame frame) {
            follower.take(number, frame);
        }

        @Override
        public void close(int code, String reason) {}
    }

    /** The same frame goes to sixty seats and is read once. */
    private static final class Parsed {
        private static String text = "";
        private static JsonNode json;

        static synchronized JsonNode of(Frame frame) {
            ByteBuf bytes = frame.duplicate();
            int length = bytes.skipBytes(1).readUnsignedByte();
            bytes.skipBytes(length == 126 ? 2 : length == 127 ? 8 : 0);
            String now = bytes.toString(StandardCharsets.UTF_8);
            if (!now.equals(text)) {
                try {
                    json = Json.MAPPER.readTree(now);
                } catch (JsonProcessingException e) {
                    throw new AssertionError(e);
                }
                text = now;
            }
            return json;
        }
    }

    private static Live.Page page(Random random) {
        return new Live.Page(PAPER, 1 + random.nextInt(300), List.of(random.nextInt(50) / 100.0, random.nextInt(50) / 100.0, 0.5, 0.25), Optional.empty(), 1);
    }

    private static List<Integer> points(Random random) {
        List<Integer> points = new ArrayList<>();
        for (int i = 2 * (1 + random.nextInt(4)); i > 0; i--) {
            points.add(random.nextInt(9_000));
        }
        return points;
    }

    private static Live.Stroke stroke(String id, int from, List<Integer> points, boolean gone) {
        return new Live.Stroke(PAPER, 1, id, Tool.PEN, Colour.RED, 30, from, points, gone);
    }

    private static List<Integer> join(List<Integer> one, List<Integer> more) {
        List<Integer> both = new ArrayList<>(one);
        both.addAll(more);
        return both;
    }

    private static List<Double> doubles(JsonNode array) {
        List<Double> found = new ArrayList<>();
        array.forEach(value -> found.add(value.asDouble()));
        return found;
    }

    static Room presenting(Rooms rooms) throws Exception {
        List<Participant> people = new ArrayList<>(List.of(new Participant("chair", "Nguyễn Văn Hòa", "Trưởng ban", "", Role.CHAIR, true),
                new Participant("secretary", "Lê Hoàng Yến", "Thư ký", "", Role.SECRETARY, false)));
        for (int i = 0; i < SEATS; i++) {
            people.add(new Participant("member" + i, "Đại biểu " + i, "", "", Role.MEMBER, true));
        }
        Room room = rooms.create(MEETING);
        give(room, new Caller("secretary", Set.of("body-1")), new PreparationCommand.CreateMeeting("Phiên họp thử", Kind.REGULAR, "body-1",
                "Ban Chỉ đạo", "", "Lam Sơn", "Phòng 1", Instant.parse("2026-11-24T01:00:00Z"), Instant.parse("2026-11-24T04:00:00Z"),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, people));
        Caller secretary = Caller.person("secretary");
        give(room, secretary, new AgendaCommand.AddItem("item1", Optional.empty(), Optional.empty(),
                new Item.Outline("Một", ItemKind.DISCUSSION, "", "", 10, Visibility.EVERYONE), Optional.empty()));
        give(room, secretary, new PaperCommand.AddPaper(PAPER, "item1", "Tài liệu", "a.pdf", "0f", 300, 9, Access.EVERYONE, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        give(room, Caller.system(), new PaperCommand.PreparePaper(PAPER, List.of()));
        give(room, secretary, new PreparationCommand.IssueMeeting());
        give(room, Caller.person("chair"), new SessionCommand.OpenMeeting(true));
        give(room, Caller.person("chair"), new StageCommand.StartPresenting(PAPER));
        return room;
    }

    static void give(Room room, Caller caller, Command command) throws Exception {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(caller, UUID.randomUUID(), command, answer::complete);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
    }
}
