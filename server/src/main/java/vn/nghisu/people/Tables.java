package vn.nghisu.people;

import java.sql.DatabaseMetaData;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Reads and durable writes; H2 syncs only when told to. */
public final class Tables {
    private final Jdbi jdbi;
    private final boolean h2;

    public Tables(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.h2 = jdbi.withHandle(handle -> handle.queryMetadata(DatabaseMetaData::getDatabaseProductName).equals("H2"));
    }

    <T> T read(HandleCallback<T, RuntimeException> work) {
        return jdbi.withHandle(work);
    }

    <T> T durably(HandleCallback<T, RuntimeException> work) {
        T result = jdbi.inTransaction(work);
        if (h2) {
            jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
        }
        return result;
    }
}
