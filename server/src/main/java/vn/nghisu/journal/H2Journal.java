package vn.nghisu.journal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** The journal in the server's database. One for each database; closing it leaves the database open. */
public final class H2Journal implements Journal {

    /** Ordered by all columns of the key: ordered by {@code seq} alone, H2 reads and sorts the whole rest of the stream for each page. */
    static final String READ = "select seq, at_ms, type, actor, command_id, payload, salt, payload_hash, prev, hash"
            + " from journal_entry where stream = ? and seq > ? order by stream, seq limit ?";

    private final Database database;
    private final AtomicLong entries = new AtomicLong();
    private volatile boolean closed;

    public H2Journal(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Head> heads(String prefix) {
        return query(handle -> {
            String sql = "select stream, seq, hash from journal_head where stream >= ? and stream < ? order by stream limit ?";
            try (PreparedStatement select = handle.getConnection().prepareStatement(sql)) {
                select.setString(1, prefix);
                select.setString(2, prefix + Character.MAX_VALUE);
                select.setInt(3, HEADS_MAX + 1);
                Map<String, Head> heads = new LinkedHashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Head head = new Head(rows.getString(1), rows.getLong(2), Hash.ofBytes(rows.getBytes(3)));
                        heads.put(head.stream(), head);
                    }
                }
                if (heads.size() > HEADS_MAX) {
                    throw new IllegalStateException("more than " + HEADS_MAX + " streams begin with \"" + prefix + "\"");
                }
                return heads;
            }
        });
    }

    @Override
    public Head head(String stream) {
        return query(handle -> head(handle.getConnection(), stream));
    }

    @Override
    public Set<String> streams() {
        String sql = "select distinct stream from journal_entry union select stream from journal_head";
        return query(handle -> new TreeSet<>(handle.createQuery(sql).mapTo(String.class).list()));
    }

    @Override
    public List<Entry> read(String stream, long afterSeq, int limit) {
        if (limit < 1 || limit > READ_MAX) {
            throw new IllegalArgumentException("limit is 1 to " + READ_MAX);
        }
        return query(handle -> {
            try (PreparedStatement select = handle.getConnection().prepareStatement(READ)) {
                select.setString(1, stream);
                select.setLong(2, afterSeq);
                select.setInt(3, limit);
                try (ResultSet rows = select.executeQuery()) {
                    return entries(stream, rows);
                }
            }
        });
    }

    private static List<Entry> entries(String stream, ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) {
            try {
                entries.add(entry(stream, rows));
            } catch (IllegalArgumentException e) {
                if (entries.isEmpty()) {
                    throw new UnreadableEntry(stream, rows.getLong(1), e);
                }
                break; // those before it are given first: one of them may be bad too
            }
        }
        return entries;
    }

    private static Entry entry(String stream, ResultSet row) throws SQLException {
        return new Entry(
                stream,
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getBytes(7),
                Hash.ofBytes(row.getBytes(8)),
                Hash.ofBytes(row.getBytes(9)),
                Hash.ofBytes(row.getBytes(10)));
    }

    @Override
    public CompletionStage<Void> append(Batch batch) {
        return write(connection -> put(connection, batch), batch.entries().size());
    }

    private static void put(Connection connection, Batch batch) throws SQLException {
        Head head = head(connection, batch.stream());
        if (!head.equals(batch.before())) {
            throw new WrongExpectedSeq(batch, head);
        }
        putEntries(connection, batch);
        putHead(connection, batch.after());
        putDeposits(connection, batch);
    }

    private static Head head(Connection connection, String stream) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select seq, hash from journal_head where stream = ?")) {
            select.setString(1, stream);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Head(stream, row.getLong(1), Hash.ofBytes(row.getBytes(2))) : Head.empty(stream);
            }
        }
    }

    private static void putEntries(Connection connection, Batch batch) throws SQLException {
        String sql = "insert into journal_entry (stream, seq, at_ms, type, actor, command_id, payload, salt,"
                + " payload_hash, prev, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Entry entry : batch.entries()) {
                insert.setString(1, entry.stream());
                insert.setLong(2, entry.seq());
                insert.setLong(3, entry.at().toEpochMilli());
                insert.setString(4, entry.type());
                insert.setString(5, entry.actor());
                insert.setObject(6, entry.commandId(), Types.OTHER);
                insert.setString(7, entry.payload());
                insert.setBytes(8, entry.salt());
                insert.setBytes(9, entry.payloadHash().bytes());
                insert.setBytes(10, entry.prev().bytes());
                insert.setBytes(11, entry.hash().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void putHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                "merge into journal_head (stream, seq, hash) key (stream) values (?, ?, ?)")) {
            merge.setString(1, head.stream());
            merge.setLong(2, head.seq());
            merge.setBytes(3, head.hash().bytes());
            merge.executeUpdate();
        }
    }

    private static void putDeposits(Connection connection, Batch batch) throws SQLException {
        if (batch.deposits().isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into urn (id, vote, slot, choice) values (?, ?, ?, ?)")) {
            for (UrnDeposit deposit : batch.deposits()) {
                insert.setLong(1, place(deposit));
                insert.setString(2, deposit.voteKey());
                insert.setObject(3, UUID.fromString(deposit.slot()), Types.OTHER);
                insert.setString(4, deposit.choice());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("23") && !Writer.isFatal(e)) {
                throw new DepositRepeated(batch.stream());
            }
            throw e;
        }
    }

    /** Where a deposit lies in the table: spread evenly, so that its place tells neither order nor time. */
    private static long place(UrnDeposit deposit) {
        return ByteBuffer.wrap(Hash.sha256(deposit.voteKey() + "/" + deposit.slot()).bytes()).getLong();
    }

    @Override
    public List<String> urn(String voteId) {
        return query(handle -> handle.createQuery("select choice from urn where vote = :vote")
                .bind("vote", voteId)
                .mapTo(String.class)
                .stream()
                .sorted() // here, not in SQL: the order must not depend on a collation
                .toList());
    }

    @Override
    public CompletionStage<Void> probe() {
        return write(
                connection -> {
                    try (PreparedStatement update = connection.prepareStatement("update probe set n = n + 1 where id = 1")) {
                        update.executeUpdate();
                    }
                },
                0);
    }

    @Override
    public Counters counters() {
        return database.writer()
                .map(writer -> new Counters(writer.commits(), writer.syncs(), entries.get()))
                .orElse(new Counters(0, 0, 0));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        database.writer().ifPresent(Writer::drain);
    }

    private interface Writing {
        void write(Connection connection) throws SQLException;
    }

    private CompletionStage<Void> write(Writing writing, int entriesWritten) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        if (closed || database.writer().isEmpty()) {
            answer.completeExceptionally(new JournalClosed());
            return answer;
        }
        database.writer().get().submit(new Writer.Work() {
            @Override
            public void write(Connection connection) throws SQLException {
                writing.write(connection);
            }

            @Override
            public void done() {
                entries.addAndGet(entriesWritten);
                answer.complete(null);
            }

            @Override
            public void failed(Throwable why) {
                answer.completeExceptionally(why);
            }
        });
        return answer.minimalCompletionStage();
    }

    private <T> T query(HandleCallback<T, SQLException> work) {
        if (closed) {
            throw new JournalClosed();
        }
        try {
            return database.read(work);
        } catch (SQLException | JdbiException e) {
            throw new JournalBroken(e);
        }
    }
}
