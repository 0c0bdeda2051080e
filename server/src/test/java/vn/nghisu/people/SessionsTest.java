package vn.nghisu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.Database;
import vn.nghisu.people.Session.Manner;

class SessionsTest {
    private final Database database = Database.memory();
    private final TestClock clock = new TestClock();
    private Sessions sessions;

    @BeforeEach
    void people() {
        new Directory(database).savePersons(List.of(Persons.person("p1", "An"), Persons.person("p2", "Bình")));
        sessions = new Sessions(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Sessions.Opened open(String person) {
        return sessions.open(person, Manner.PASSWORD, Optional.empty(), "Chrome");
    }

    @Test
    void a_session_is_found_by_its_token_also_after_a_restart() {
        Sessions.Opened opened = sessions.open("p1", Manner.CODE, Optional.of("meeting1"), "x".repeat(500));
        assertThat(opened.token()).matches("[A-Za-z0-9_-]{22}");
        assertThat(sessions.find(opened.token())).contains(opened.session());
        assertThat(new Sessions(database, clock).find(opened.token())).contains(opened.session());
        assertThat(sessions.find(opened.token() + "x")).isEmpty();
        assertThat(opened.session().device()).hasSize(Sessions.DEVICE_CHARACTERS);
    }

    @Test
    void no_token_stands_in_the_database() {
        Sessions.Opened opened = open("p1");
        String rows = database.read(h -> h.createQuery("select * from sign_in_session").mapToMap().list().toString());
        assertThat(rows).contains("p1").doesNotContain(opened.token());
    }

    @Test
    void a_closed_session_stays_closed_and_its_listeners_hear_of_it_once() throws Exception {
        List<Session> heard = new ArrayList<>();
        AutoCloseable listening = sessions.onClosed(heard::add);
        Sessions.Opened opened = open("p1");
        sessions.close(opened.session().id());
        sessions.close(opened.session().id());
        assertThat(heard).containsExactly(opened.session());
        assertThat(sessions.find(opened.token())).isEmpty();
        assertThat(sessions.isOpen(opened.session().id())).isFalse();
        assertThat(new Sessions(database, clock).find(opened.token())).isEmpty();

        listening.close();
        sessions.close(open("p1").session().id());
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_session_that_ended_while_the_disk_was_full_does_not_come_back_with_the_next_start(@TempDir Path folder) {
        List<Session> heard = new ArrayList<>();
        String token;
        try (Database full = Database.file(folder)) {
            new Directory(full).savePersons(List.of(Persons.person("p1", "An")));
            Sessions before = new Sessions(full, clock);
            before.onClosed(heard::add);
            Sessions.Opened opened = before.open("p1", Manner.PASSWORD, Optional.empty(), "Chrome");
            token = opened.token();
            assertThatThrownBy(() -> full.durably(handle -> {
                throw new SQLException("no space left", "90028");
            })).isNotNull();
            before.close(opened.session().id());
            assertThat(heard).containsExactly(opened.session());
            assertThat(before.find(token)).isEmpty();
        }
        try (Database emptied = Database.file(folder)) {
            Sessions after = new Sessions(emptied, clock);
            assertThat(after.find(token)).isEmpty();
            token = after.open("p1", Manner.PASSWORD, Optional.empty(), "Chrome").token();
        }
        try (Database next = Database.file(folder)) {
            assertThat(new Sessions(next, clock).find(token)).as("a usual restart signs nobody out").isPresent();
        }
    }

    @Test
    void a_row_that_could_not_be_deleted_is_tried_again_and_then_the_others_may_stay(@TempDir Path folder) {
        try (Database file = Database.file(folder)) {
            new Directory(file).savePersons(List.of(Persons.person("p1", "An"), Persons.person("p2", "Bình")));
            Sessions before = new Sessions(file, clock);
            Sessions.Opened ended = before.open("p1", Manner.PASSWORD, Optional.empty(), "Chrome");
            Sessions.Opened staying = before.open("p2", Manner.PASSWORD, Optional.empty(), "Chrome");
            file.durably(handle -> handle.execute("create table holder (session varchar(40) references sign_in_session (id))"));
            file.durably(handle -> handle.execute("insert into holder values (?)", ended.session().id()));
            before.close(ended.session().id());
            assertThat(before.find(ended.token())).isEmpty();
            file.durably(handle -> handle.execute("delete from holder"));
            before.tidy();
            Sessions after = new Sessions(file, clock);
            assertThat(after.find(ended.token())).isEmpty();
            assertThat(after.find(staying.token())).isPresent();
        }
    }

    @Test
    void a_listener_that_fails_does_not_keep_the_others_from_hearing() {
        List<Session> heard = new ArrayList<>();
        sessions.onClosed(session -> {
            throw new IllegalStateException("on purpose");
        });
        sessions.onClosed(heard::add);
        sessions.close(open("p1").session().id());
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_session_ends_after_its_absolute_limit_however_busy() {
        List<Session> heard = new ArrayList<>();
        sessions.onClosed(heard::add);
        Sessions.Opened opened = open("p1");
        for (int hours = 1; hours < Sessions.ABSOLUTE_LIMIT.toHours(); hours++) {
            clock.forward(Duration.ofHours(1));
            assertThat(sessions.find(opened.token())).isPresent();
        }
        clock.forward(Duration.ofHours(1));
        assertThat(sessions.find(opened.token())).isEmpty();
        assertThat(sessions.isOpen(opened.session().id())).isFalse();
        sessions.tidy();
        assertThat(heard).containsExactly(opened.session());
    }

    @Test
    void signs_of_life_are_noted_for_the_next_start() {
        Sessions.Opened opened = open("p1");
        clock.forward(Duration.ofHours(1));
        sessions.find(opened.token());
        sessions.tidy();
        assertThat(new Sessions(database, clock).lastSeen(opened.session().id())).contains(clock.instant());
    }

    @Test
    void all_of_a_person_but_one_can_be_closed_and_others_stay() {
        Sessions.Opened first = open("p1");
        Sessions.Opened second = open("p1");
        Sessions.Opened other = open("p2");
        sessions.closeAll("p1", Optional.of(second.session().id()));
        assertThat(sessions.find(first.token())).isEmpty();
        assertThat(sessions.find(second.token())).isPresent();
        assertThat(sessions.find(other.token())).isPresent();
    }

    @Test
    void the_oldest_of_too_many_devices_makes_room() {
        Sessions.Opened oldest = open("p1");
        for (int i = 0; i < Sessions.PER_PERSON; i++) {
            clock.forward(Duration.ofSeconds(1));
            open("p1");
        }
        assertThat(sessions.of("p1")).hasSize(Sessions.PER_PERSON);
        assertThat(sessions.find(oldest.token())).isEmpty();
    }
}
