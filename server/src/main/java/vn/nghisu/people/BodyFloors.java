package vn.nghisu.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.floor.FloorRules;

/** The rules of the floor with which a body's meetings start. Finding never blocks, setting does. */
public final class BodyFloors {
    private final Database database;
    private final Map<String, FloorRules> byBody = new ConcurrentHashMap<>();

    public BodyFloors(Database database) {
        this.database = database;
        database.read(handle -> handle.createQuery("select * from body_floor").map((row, context) -> Map.entry(row.getString("body"), rules(row))).list())
                .forEach(row -> byBody.put(row.getKey(), row.getValue()));
    }

    /** {@link FloorRules#FREE} for a body that has set none. */
    public FloorRules of(String body) {
        return byBody.getOrDefault(body, FloorRules.FREE);
    }

    /** @param rules that pass their {@link FloorRules#check} */
    public synchronized void set(String body, FloorRules rules) {
        database.durably(handle -> {
            handle.execute("delete from body_floor where body = ?", body);
            return handle.execute("insert into body_floor values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", body, rules.discussion().first(),
                    rules.discussion().later(), rules.question().first(), rules.question().later(), rules.reply().first(), rules.reply().later(),
                    rules.pointOfOrder().first(), rules.pointOfOrder().later(), rules.turnsPerItem(), rules.itemMinutes(), rules.warnSeconds());
        });
        byBody.put(body, rules);
    }

    private static FloorRules rules(ResultSet row) throws SQLException {
        return new FloorRules(times(row, "discussion"), times(row, "question"), times(row, "reply"), times(row, "point_of_order"),
                row.getInt("turns_per_item"), row.getInt("item_minutes"), row.getInt("warn_seconds"));
    }

    private static FloorRules.Times times(ResultSet row, String kind) throws SQLException {
        return new FloorRules.Times(row.getInt(kind + "_first"), row.getInt(kind + "_later"));
    }
}
