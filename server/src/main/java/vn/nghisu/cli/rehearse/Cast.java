package vn.nghisu.cli.rehearse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Invitees;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Person;
import vn.nghisu.people.Session;
import vn.nghisu.people.SystemRole;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;

/** The invented body of a rehearsal, made by the code that makes real ones: a chair, a secretary, and any number of members. */
final class Cast {
    static final String MEETING = "dien-tap";

    private static final String BODY = "bcd-dien-tap";
    private static final String CHAIR = "chutri";
    private static final String SECRETARY = "thuky";
    private static final String[] FAMILY = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"};
    private static final String[] MIDDLE = {"Văn", "Thị", "Minh", "Ngọc", "Quốc", "Thanh", "Đức", "Hữu", "Kim", "Xuân", "Bích"};
    private static final String[] GIVEN = {"An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hương", "Khôi", "Lan", "Nam", "Oanh", "Phúc", "Quỳnh", "Sơn",
        "Thảo", "Tuấn", "Vinh"};
    private static final int SESSIONS_AT_ONCE = 32;
    private static final long TIMEOUT_S = 60;
    private static final String SHA256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private Cast() {}

    /** Fills an empty directory. */
    static void join(Directory directory, int members) {
        List<Person> persons = new ArrayList<>(List.of(person(CHAIR, "Nguyễn Văn Hòa", "Chủ tịch"), person(SECRETARY, "Lê Hoàng Yến", "Thư ký")));
        List<Membership> memberships = new ArrayList<>(List.of(
                new Membership(BODY, CHAIR, BodyRole.CHAIR, 0, true), new Membership(BODY, SECRETARY, BodyRole.SECRETARY, members + 1, false)));
        for (int i = 1; i <= members; i++) {
            String name = FAMILY[i % FAMILY.length] + " " + MIDDLE[i / 3 % MIDDLE.length] + " " + GIVEN[i / 7 % GIVEN.length];
            persons.add(person(member(i), name, "Ủy viên"));
            memberships.add(new Membership(BODY, member(i), BodyRole.MEMBER, i, true));
        }
        directory.savePersons(persons);
        directory.save(new Body(BODY, "BAN CHỈ ĐẠO DIỄN TẬP", "ỦY BAN NHÂN DÂN TỈNH LAM SƠN", "Lam Sơn", ""));
        directory.saveMemberships(memberships);
    }

    private static Person person(String id, String name, String title) {
        return new Person(id, name, title, "Sở Khoa học và Công nghệ", Optional.empty(), id, SystemRole.NONE, Language.VI, true);
    }

    private static String member(int number) {
        return String.format("tv%04d", number);
    }

    /** Calls the meeting; everything else is then done over sockets. */
    static void invite(Rooms rooms, Directory directory, Instant now) {
        Body body = directory.body(BODY).orElseThrow();
        give(rooms.create(MEETING), new Caller(SECRETARY, Set.of(BODY)), new PreparationCommand.CreateMeeting("Diễn tập phiên họp không giấy", Kind.REGULAR,
                BODY, body.name(), body.parent(), body.place(), "Phòng họp số 1", now, now.plus(Duration.ofHours(3)),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, Invitees.of(directory, BODY)));
    }

    /** Lays a paper on an item and calls it prepared; it has no pages to fetch. @return its id */
    static String lay(Room room, String item) {
        String paper = UUID.randomUUID().toString().substring(0, 8) + "0000";
        give(room, Caller.person(SECRETARY), new PaperCommand.AddPaper(paper, item, "Báo cáo diễn tập", "bao-cao.pdf", SHA256_OF_NOTHING, 120, 1,
                Access.EVERYONE, List.of(), Optional.empty(), Optional.of("Diễn tập"), Optional.empty()));
        give(room, Caller.system(), new PaperCommand.PreparePaper(paper, List.of()));
        return paper;
    }

    private static void give(Room room, Caller caller, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(caller, UUID.randomUUID(), command, answer::complete);
        try {
            Answer given = answer.get(TIMEOUT_S, TimeUnit.SECONDS);
            if (!(given instanceof Answer.Done)) {
                throw new IllegalStateException("the rehearsal could not be prepared: " + given);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the rehearsal could not be prepared", e);
        }
    }

    /** Opens a session for everybody. @return the leader's pass, then the members' */
    static List<Pass> signIn(Accounts accounts, int members) {
        ExecutorService hands = Executors.newFixedThreadPool(SESSIONS_AT_ONCE);
        try {
            List<Future<Pass>> passes = IntStream.rangeClosed(0, members)
                    .mapToObj(i -> hands.submit(() -> pass(accounts, i == 0 ? CHAIR : member(i))))
                    .toList();
            List<Pass> opened = new ArrayList<>();
            for (Future<Pass> pass : passes) {
                opened.add(pass.get());
            }
            return opened;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the rehearsal's people could not sign in", e);
        } finally {
            hands.shutdown();
        }
    }

    private static Pass pass(Accounts accounts, String person) {
        return new Pass(person, accounts.sessions().open(person, Session.Manner.PASSWORD, Optional.empty(), "rehearse").token());
    }
}
