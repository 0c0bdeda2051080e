package vn.nghisu.people;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.nghisu.journal.Database;

/**
 * What bodies have written for their official papers: head and foot as JSON text whose form is not known here, and templates of their own.
 * Finding never blocks, writing does.
 */
public final class BodySheets {
    /** Of a head and foot. */
    public static final int CHARACTERS = 20_000;
    public static final int TEMPLATE_CHARACTERS = 200_000;

    private final Database database;
    private final Map<String, String> sheets = new ConcurrentHashMap<>();
    private final Map<Key, String> templates = new ConcurrentHashMap<>();

    private record Key(String body, String kind) {}

    public BodySheets(Database database) {
        this.database = database;
        database.read(handle -> handle.createQuery("select body, sheet from body_sheet").map((row, context) -> Map.entry(row.getString(1), row.getString(2))).list())
                .forEach(row -> sheets.put(row.getKey(), row.getValue()));
        database.read(handle -> handle.createQuery("select body, kind, template from paper_template")
                        .map((row, context) -> Map.entry(new Key(row.getString(1), row.getString(2)), row.getString(3))).list())
                .forEach(row -> templates.put(row.getKey(), row.getValue()));
    }

    public Optional<String> of(String body) {
        return Optional.ofNullable(sheets.get(body));
    }

    /** @param json at most {@link #CHARACTERS} long */
    public synchronized void write(String body, String json) {
        database.durably(handle -> {
            handle.execute("delete from body_sheet where body = ?", body);
            return handle.execute("insert into body_sheet (body, sheet) values (?, ?)", body, json);
        });
        sheets.put(body, json);
    }

    public Optional<String> template(String body, String kind) {
        return Optional.ofNullable(templates.get(new Key(body, kind)));
    }

    /** @param text at most {@link #TEMPLATE_CHARACTERS} long */
    public synchronized void setTemplate(String body, String kind, String text) {
        database.durably(handle -> {
            handle.execute("delete from paper_template where body = ? and kind = ?", body, kind);
            return handle.execute("insert into paper_template (body, kind, template) values (?, ?, ?)", body, kind, text);
        });
        templates.put(new Key(body, kind), text);
    }

    /** The kind is worded as the program does it again. */
    public synchronized void dropTemplate(String body, String kind) {
        database.durably(handle -> handle.execute("delete from paper_template where body = ? and kind = ?", body, kind));
        templates.remove(new Key(body, kind));
    }
}
