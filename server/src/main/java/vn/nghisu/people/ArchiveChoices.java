package vn.nghisu.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import vn.nghisu.journal.Database;

/** What bodies have chosen for their dossiers and for retention, as JSON text whose form is not known here. Finding never blocks, writing does. */
public final class ArchiveChoices {
    /** Somewhat fewer than the columns have. */
    public static final int CHARACTERS = 3_500;

    public enum What {
        DOSSIER,
        RETENTION
    }

    private final Database database;
    private final Map<String, Map<What, String>> byBody = new ConcurrentHashMap<>();

    public ArchiveChoices(Database database) {
        this.database = database;
        database.read(handle -> handle.createQuery("select body, dossier, retention from body_archive").map((row, context) -> {
            Map<What, String> choices = new HashMap<>();
            Optional.ofNullable(row.getString(2)).ifPresent(json -> choices.put(What.DOSSIER, json));
            Optional.ofNullable(row.getString(3)).ifPresent(json -> choices.put(What.RETENTION, json));
            return Map.entry(row.getString(1), Map.copyOf(choices));
        }).list()).forEach(row -> byBody.put(row.getKey(), row.getValue()));
    }

    public Optional<String> of(String body, What what) {
        return Optional.ofNullable(byBody.getOrDefault(body, Map.of()).get(what));
    }

    /** @param json at most {@link #CHARACTERS} long */
    public synchronized void write(String body, What what, String json) {
        Map<What, String> choices = new HashMap<>(byBody.getOrDefault(body, Map.of()));
        choices.put(what, json);
        database.durably((Handle handle) -> {
            handle.execute("delete from body_archive where body = ?", body);
            return handle.execute("insert into body_archive (body, dossier, retention) values (?, ?, ?)", body, choices.get(What.DOSSIER), choices.get(What.RETENTION));
        });
        byBody.put(body, Map.copyOf(choices));
    }
}
