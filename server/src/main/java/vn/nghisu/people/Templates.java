package vn.nghisu.people;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.nghisu.journal.Database;

/** Which meeting is a body's template (mẫu): at most one for each body. Finding never blocks, naming does. */
public final class Templates {
    private final Database database;
    private final Map<String, String> meetingByBody = new ConcurrentHashMap<>();

    public Templates(Database database) {
        this.database = database;
        database.read(handle -> handle.createQuery("select body, meeting from body_template")
                        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .forEach(row -> meetingByBody.put(row.getKey(), row.getValue()));
    }

    public Optional<String> of(String body) {
        return Optional.ofNullable(meetingByBody.get(body));
    }

    /** Names the body's template, in place of the one before. */
    public synchronized void name(String body, String meeting) {
        database.durably(handle -> {
            handle.execute("delete from body_template where body = ?", body);
            return handle.execute("insert into body_template (body, meeting) values (?, ?)", body, meeting);
        });
        meetingByBody.put(body, meeting);
    }

    /** The body has no template any more. */
    public synchronized void drop(String body) {
        database.durably(handle -> handle.execute("delete from body_template where body = ?", body));
        meetingByBody.remove(body);
    }
}
