package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.MeetingView;
import vn.nghisu.meeting.Mine;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.StateText;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.secret.Tablets;

/**
 * The secrecy game (reliability.md, T12): the same poll with the choices of two voters exchanged. Once ciphertexts, proofs and what is computed
 * from them are taken out, nothing that is stored or told may differ.
 */
class SecrecyGameTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final List<String> TRUSTEES = List.of("secretary", "member1", "member2");
    private static final List<String> ROLES = List.of("chair", "secretary", "member1", "member2", "member3", Caller.SCREEN);
    private static final List<String> ANSWERS = List.of("for", "against", "not-voting");
    private static final Pattern HEX = Pattern.compile("X'((?:[0-9a-f]{2})+)'", Pattern.CASE_INSENSITIVE);

    @TempDir
    Path folder;

    /**
     * What a whole poll leaves behind, without ciphertexts and proofs.
     *
     * @param told by role: the view and the own view after each step
     * @param journal entries, one a line
     * @param database all rows of all tables
     * @param state of the meeting
     * @param raw every byte of the data folder, of a backup and of a dump of the database, the journal's copy, the log and the frames, as they are
     */
    private record Played(Map<String, List<String>> told, List<String> journal, List<String> database, String state, Map<String, String> raw) {}

    @Test
    void exchanged_choices_leave_no_trace() throws Exception {
        Played one = played("one", Map.of("chair", "for", "member1", "for", "member2", "against", "member3", "for"));
        Played exchanged = played("exchanged", Map.of("chair", "for", "member1", "against", "member2", "for", "member3", "for"));

        assertThat(exchanged.told()).isEqualTo(one.told());
        assertThat(exchanged.journal()).isEqualTo(one.journal());
        assertThat(exchanged.database()).isEqualTo(one.database());
        assertThat(exchanged.state()).isEqualTo(one.state());
    }

    @Test
    void the_game_would_notice_another_result() throws Exception {
        Played one = played("one", Map.of("chair", "for", "member1", "for", "member2", "against", "member3", "for"));
        Played other = played("other", Map.of("chair", "for", "member1", "for", "member2", "for", "member3", "for"));
        assertThat(other.journal()).isNotEqualTo(one.journal());
        assertThat(other.database()).isNotEqualTo(one.database());
        assertThat(other.told()).isNotEqualTo(one.told());
    }

    @Test
    void no_choice_stands_in_clear_anywhere() throws Exception {
        Played played = played("clear", Map.of("chair", "for", "member1", "against", "member2", "against", "member3", "not-voting"));
        assertThat(played.raw()).containsOnlyKeys("journal", "frames", "log", "dump", "backup", "folder");
        played.raw().forEach((where, bytes) -> ANSWERS.forEach(answer -> assertThat(bytes).as(where).doesNotContain("[\"" + answer + "\"]", "choice\":\"" + answer)));
        // what stands in clear is legible in each copy of the database, so that a choice would be
        assertThat(Stream.of("journal", "dump", "backup", "folder")).allSatisfy(where -> assertThat(played.raw().get(where)).as(where).contains("SecretBallotCast", "\"ballot\":[{\"marks\":["));
        assertThat(played.journal()).filteredOn(line -> line.startsWith("SecretBallotCast")).hasSize(4)
                .allSatisfy(line -> assertThat(line).doesNotContain(ANSWERS));
    }

    private Played played(String name, Map<String, String> choices) throws Exception {
        Path place = Files.createDirectory(folder.resolve(name));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        Game game = new Game(place);
        try {
            game.vote(choices);
            return game.end(log.list);
        } finally {
            root.detachAppender(log);
        }
    }

    /** One poll on a server of its own. */
    private static final class Game {
        private final Path place;
        private final Vertx vertx = Vertx.vertx();
        private final Database database;
        private final H2Journal journal;
        private final Rooms rooms;
        private final Room room;
        private final Map<String, List<String>> told = new LinkedHashMap<>();
        private final Map<String, FakeLine> lines = new TreeMap<>();
        private List<Tablets.OfTrustee> tablets;
        private int given;

        Game(Path place) {
            this.place = place;
            database = Database.file(place);
            journal = new H2Journal(database);
            rooms = new Rooms(vertx, journal, () -> NOW);
            room = rooms.create("game");
        }

        void vote(Map<String, String> choices) throws Exception {
            does(new Caller("secretary", Set.of("body-1")), new PreparationCommand.CreateMeeting("Phiên họp", Kind.REGULAR, "body-1", "Ban", "", "Lam Sơn", "Phòng 1",
                    NOW, NOW.plusSeconds(3_600), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, RoomAtWork.people()));
            does("secretary", new AgendaCommand.AddItem("item1", Optional.empty(), Optional.empty(), RoomAtWork.outline("Nhân sự"), Optional.empty()));
            does("secretary", new PreparationCommand.IssueMeeting());
            for (String person : choices.keySet().stream().sorted().toList()) {
                does(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM));
            }
            does("chair", new SessionCommand.OpenMeeting(false));
            ROLES.forEach(person -> {
                lines.put(person, new FakeLine());
                room.enter(new Seat(Caller.person(person), Language.VI, lines.get(person)), Optional.empty(), Optional.empty());
            });
            does("secretary", new VoteCommand.PrepareVote("vote1", new Vote.Motion("Miễn nhiệm?", Optional.empty(), Mode.SECRET, new Form.Answers(ChoiceSet.LEGAL),
                    MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, Optional.of(TRUSTEES))));
            tablets = IntStream.rangeClosed(1, 3).mapToObj(number -> new Tablets.OfTrustee(there().poll("game"), number, "game")).toList();
            each(number -> new SecretCommand.CommitKey("vote1", 1, tablets.get(number).commit()));
            each(number -> new SecretCommand.AnnounceKey("vote1", 1, tablets.get(number).announce()));
            each(number -> new SecretCommand.DealKey("vote1", 1, tablets.get(number).deal(there().sealing().published())));
            each(number -> new SecretCommand.ConfirmKey("vote1", 1, tablets.get(number).confirm(there().sealing().published())));
            does("chair", new VoteCommand.OpenVote("vote1", 0, false));
            for (String voter : choices.keySet().stream().sorted().toList()) {
                SealedBallot ballot = Tablets.fill(there().election("game"), voter,
                        List.of(ANSWERS.stream().map(answer -> answer.equals(choices.get(voter)) ? 1 : 0).toList()), "game");
                does(voter, new SecretCommand.CastSecretBallot("vote1", ballot));
                give(voter, new BallotCommand.CastBallot("vote1", List.of("for"), ""));
            }
            does("chair", new VoteCommand.CloseVote("vote1"));
            each(number -> new SecretCommand.SendDecryption("vote1", tablets.get(number).decrypt(there().election("game"), there().sealing().ballots().values())), 0, 2);
        }

        private Vote there() {
            return room.meeting().votes().find("vote1").orElseThrow();
        }

        private void each(IntFunction<SecretCommand> message, int... numbers) throws Exception {
            for (int number : numbers.length == 0 ? new int[] {0, 1, 2} : numbers) {
                does(TRUSTEES.get(number), message.apply(number));
            }
        }

        private void does(String person, Command command) throws Exception {
            does(Caller.person(person), command);
        }

        private void does(Caller caller, Command command) throws Exception {
            assertThat(give(caller, command)).isInstanceOf(Answer.Done.class);
            Meeting meeting = room.meeting();
            ROLES.stream().filter(person -> Rights.of(meeting, Caller.person(person)).maySeeMeeting()).forEach(person ->
                    told.computeIfAbsent(person, same -> new ArrayList<>()).add(scrubbed(
                            Json.write(MeetingView.of(meeting, Rights.of(meeting, Caller.person(person)))) + Json.write(Mine.of(meeting, Caller.person(person))))));
        }

        private void give(String person, Command command) throws Exception {
            give(Caller.person(person), command);
        }

        private Answer give(Caller caller, Command command) throws Exception {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            room.give(caller, new UUID(0, ++given), command, answer::complete);
            return answer.get(20, TimeUnit.SECONDS);
        }

        Played end(List<ILoggingEvent> log) throws Exception {
            for (FakeLine line : lines.values()) {
                line.awaitView(view -> view.at("/votes/votes/vote1/state").asText().equals("CLOSED"));
            }
            String state = scrubbed(StateText.of(room.meeting()));
            List<String> entries = new ArrayList<>();
            StringBuilder copied = new StringBuilder();
            for (Entry entry : journal.all(Rooms.STREAMS + "game", 0)) {
                entries.add(entry.type() + " " + entry.actor() + " " + entry.at() + " " + entry.commandId() + " " + scrubbed(entry.payload()));
                copied.append(entry).append('\n');
            }
            Map<String, String> raw = new TreeMap<>(Map.of("journal", copied.toString()));
            List<String> dump = database.durably(handle -> handle.createQuery("SCRIPT").mapTo(String.class).list());
            raw.put("dump", dump.stream().map(SecrecyGameTest::legible).collect(Collectors.joining("\n")));
            List<String> rows = dump.stream().filter(row -> !row.toLowerCase(Locale.ROOT).contains("flyway") && !row.startsWith("CREATE USER")).map(SecrecyGameTest::scrubbed).toList();
            raw.put("frames", lines.values().stream().flatMap(line -> Stream.of("view", "patch", "mine", "live", "done", "refused").flatMap(line::frames)).map(Object::toString)
                    .collect(Collectors.joining("\n")));
            raw.put("log", List.copyOf(log).stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n")));
            Path backup = place.resolveSibling(place.getFileName() + "-backup.zip");
            database.durably(handle -> handle.execute("BACKUP TO ?", backup.toString()));
            raw.put("backup", unpacked(backup));
            rooms.close();
            vertx.close().await(20, TimeUnit.SECONDS);
            journal.close();
            database.close();
            raw.put("folder", bytes(place));
            return new Played(told, entries, rows, state, raw);
        }
    }

    /** A dump writes bytes as hexadecimal digits: they stand beside it as text. */
    private static String legible(String row) {
        return row + HEX.matcher(row).results().map(hex -> new String(HexFormat.of().parseHex(hex.group(1)), StandardCharsets.UTF_8)).collect(Collectors.joining("\n", "\n", ""));
    }

    private static String unpacked(Path zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                all.append(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** Takes out points, scalars, hashes and the codes made of them. */
    private static String scrubbed(String text) {
        return text.replaceAll("[0-9a-f]{64,66}", "#").replaceAll("[Xx]'[0-9a-f]+'", "#")
                .replaceAll("\"(code|ballotsCode)\":\"[0-9A-Z]{16}\"", "\"$1\":\"#\"").replaceAll("\"receipts\":\\[[^]]*]", "\"receipts\":#")
                .replaceAll("(code|ballotsCode) = [0-9A-Z]{16}", "$1 = #");
    }

    private static String bytes(Path place) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
