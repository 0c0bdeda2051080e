package vn.nghisu.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows behind {@link Sessions}. */
final class SessionTable {
    private SessionTable() {}

    static List<Sessions.Live> load(Handle handle) {
        return handle.createQuery("select * from sign_in_session")
                .map((row, context) -> new Sessions.Live(
                        new Session(
                                row.getString("id"),
                                row.getString("person"),
                                Session.Manner.valueOf(row.getString("manner")),
                                Optional.ofNullable(row.getString("meeting")),
                                Reach.of(row.getString("reach")),
                                row.getString("device"),
                                Instant.ofEpochMilli(row.getLong("opened_ms"))),
                        row.getString("token_hash"),
                        Instant.ofEpochMilli(row.getLong("last_seen_ms"))))
                .list();
    }

    static void insert(Handle handle, Sessions.Live live) {
        Session session = live.session;
        handle.createUpdate("insert into sign_in_session (id, token_hash, person, manner, meeting, reach, device, opened_ms, last_seen_ms)"
                        + " values (:id, :hash, :person, :manner, :meeting, :reach, :device, :opened, :seen)")
                .bind("id", session.id())
                .bind("hash", live.tokenHash)
                .bind("person", session.person())
                .bind("manner", session.manner())
                .bind("meeting", session.meeting())
                .bind("reach", Reach.text(session.reach()))
                .bind("device", session.device())
                .bind("opened", session.opened().toEpochMilli())
                .bind("seen", live.lastSeen.toEpochMilli())
                .execute();
    }

    /** @param changed not empty */
    static void noteLastSeen(Handle handle, Collection<Sessions.Live> changed) {
        try (PreparedBatch batch = handle.prepareBatch("update sign_in_session set last_seen_ms = :seen where id = :id")) {
            changed.forEach(row -> batch.bind("id", row.session.id()).bind("seen", row.lastSeen.toEpochMilli()).add());
            batch.execute();
        }
    }

    static int deleteAll(Handle handle) {
        return handle.execute("delete from sign_in_session");
    }

    /** @param closed not empty */
    static void delete(Handle handle, Collection<Sessions.Live> closed) {
        try (PreparedBatch batch = handle.prepareBatch("delete from sign_in_session where id = :id")) {
            closed.forEach(row -> batch.bind("id", row.session.id()).add());
            batch.execute();
        }
    }
}
