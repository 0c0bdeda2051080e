package vn.nghisu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;

class DoorCodesTest {
    private final Database database = Database.memory();
    private final TestClock clock = new TestClock();
    private final DoorCodes codes = new DoorCodes(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_long_and_the_typed_code_name_the_same_person_again_and_again() {
        DoorCodes.Code code = codes.issue("m-1", "member1", "thuky");
        DoorCodes.Holder holder = new DoorCodes.Holder("m-1", "member1", false);
        for (String given : List.of(code.token(), " " + code.token() + " ", code.typed(), code.typed().toLowerCase(), code.typed().replace("-", " "))) {
            assertThat(codes.find(given)).as(given).contains(holder);
        }
        assertThat(codes.find("ABCD-EFGH")).isEmpty();
        assertThat(codes.find("x".repeat(500))).isEmpty();
        assertThat(codes.find("")).isEmpty();
    }

    @Test
    void withdrawing_takes_all_of_a_persons_in_one_meeting_and_says_so_when_they_are_shown() {
        DoorCodes.Code tablet = codes.issue("m-1", "member1", "member1");
        DoorCodes.Code card = codes.issue("m-1", "member1", "thuky");
        DoorCodes.Code elsewhere = codes.issue("m-2", "member1", "thuky");
        DoorCodes.Code other = codes.issue("m-1", "member2", "thuky");
        assertThat(codes.withdraw("m-1", "member1")).isEqualTo(2);
        assertThat(codes.find(tablet.token())).contains(new DoorCodes.Holder("m-1", "member1", true));
        assertThat(codes.find(card.typed())).contains(new DoorCodes.Holder("m-1", "member1", true));
        assertThat(codes.find(elsewhere.token())).contains(new DoorCodes.Holder("m-2", "member1", false));
        assertThat(codes.find(other.token())).contains(new DoorCodes.Holder("m-1", "member2", false));
        assertThat(codes.withdraw("m-1", "member1")).isZero();
        DoorCodes.Code again = codes.issue("m-1", "member1", "thuky");
        assertThat(codes.find(again.token())).contains(new DoorCodes.Holder("m-1", "member1", false));
    }

    @Test
    void a_person_has_six_at_most_and_the_oldest_gives_way() {
        List<DoorCodes.Code> made = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clock.forward(Duration.ofSeconds(1));
            made.add(codes.issue("m-1", "member1", "member1"));
        }
        assertThat(made.stream().map(code -> codes.find(code.token()).isPresent()).toList())
                .containsExactly(false, false, true, true, true, true, true, true);
    }

    @Test
    void the_database_has_no_code_in_clear() {
        DoorCodes.Code code = codes.issue("m-1", "member1", "thuky");
        String rows = database.read(handle -> handle.createQuery("select * from door_code").mapToMap().list().toString());
        assertThat(rows).contains("member1").doesNotContain(code.token(), code.typed(), code.typed().replace("-", ""));
    }
}
