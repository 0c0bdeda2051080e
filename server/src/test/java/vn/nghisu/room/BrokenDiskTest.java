package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.journal.JournalBroken;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;

class BrokenDiskTest {
    private final Vertx vertx = Vertx.vertx();
    private final Database database = Database.memory();
    private final Rooms rooms = new Rooms(vertx, new H2Journal(database), Instant::now);
    private final Logger log = (Logger) LoggerFactory.getLogger(Rooms.class);
    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        listener.start();
        log.addAppender(listener);
    }

    @AfterEach
    void close() {
        log.detachAppender(listener);
        rooms.close();
        vertx.close();
        database.close();
    }

    @Test
    void a_room_whose_disk_is_broken_is_not_rebuilt_in_vain_again_and_again() throws Exception {
        Room room = rooms.create("meeting-1");
        try {
            database.durably(handle -> {
                throw new SQLException("no space left", "90028");
            });
        } catch (SQLException | JournalBroken expected) {
            // the writer has noticed
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(new Caller("secretary", Set.of("body-1")), UUID.randomUUID(), new PreparationCommand.CreateMeeting("Phiên họp thử", Kind.REGULAR, "body-1",
                "Ban Chỉ đạo", "", "Lam Sơn", "Phòng 1", Instant.parse("2026-11-24T01:00:00Z"), Instant.parse("2026-11-24T04:00:00Z"),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS,
                List.of(new Participant("chair", "Nguyễn Văn Hòa", "", "", Role.CHAIR, true),
                        new Participant("secretary", "Lê Hoàng Yến", "", "", Role.SECRETARY, false))), answer::complete);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new Answer.Unknown(Answer.Why.NOT_RECORDING));
        assertThat(logged.poll(10, TimeUnit.SECONDS)).contains("stays closed until the server is started again");
    }
}
