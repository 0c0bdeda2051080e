package vn.nghisu.people;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.nghisu.journal.Database;

/** The rules that bodies have written for their votes, as JSON text whose form is not known here. Finding never blocks, writing does. */
public final class WrittenRules {
    /** Somewhat fewer than the column has, so that later versions can complete them. */
    public static final int CHARACTERS = 20_000;

    private final Database database;
    private final Map<String, String> rulesByBody = new ConcurrentHashMap<>();

    public WrittenRules(Database database) {
        this.database = database;
        database.read(handle -> handle.createQuery("select body, rules from body_rules")
                        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .forEach(row -> rulesByBody.put(row.getKey(), row.getValue()));
    }

    public Optional<String> of(String body) {
        return Optional.ofNullable(rulesByBody.get(body));
    }

    /** @param json at most {@link #CHARACTERS} long */
    public synchronized void write(String body, String json) {
        database.durably(handle -> {
            handle.execute("delete from body_rules where body = ?", body);
            return handle.execute("insert into body_rules (body, rules) values (?, ?)", body, json);
        });
        rulesByBody.put(body, json);
    }

    /** The body goes by its template again. */
    public synchronized void drop(String body) {
        database.durably(handle -> handle.execute("delete from body_rules where body = ?", body));
        rulesByBody.remove(body);
    }
}
