package vn.nghisu.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.indicators.Better;
import vn.nghisu.meeting.indicators.Period;
import vn.nghisu.meeting.indicators.PeriodKind;

/** The indicators of bodies and their values, each with who wrote it and when (product M7). Nothing is written over. Waits for the database. */
public final class Indicators {
    public static final int PER_BODY = 200;
    /** Values of a body with all that were corrected. */
    public static final int VALUES_PER_BODY = 200_000;

    private static final Comparator<Period> BY_TIME = Comparator.comparing(Period::key);

    private static final RowMapper<Indicator> INDICATOR = (row, context) -> new Indicator(row.getString("id"), row.getString("body"), row.getString("code"), row.getString("name"),
            row.getString("unit"), Optional.ofNullable(row.getBigDecimal("target")).map(Indicators::exact), Better.valueOf(row.getString("better")),
            PeriodKind.valueOf(row.getString("kind")), row.getInt("place"), row.getBoolean("in_use"));

    private static final RowMapper<Value> VALUE = (row, context) -> new Value(Period.read(row.getString("period")).orElseThrow(),
            Optional.ofNullable(row.getBigDecimal("amount")).map(Indicators::exact), row.getString("note"), Value.Source.valueOf(row.getString("source")),
            row.getString("by_name"), Instant.ofEpochMilli(row.getLong("at_ms")));

    private final Database database;
    private final Clock clock;

    public Indicators(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static BigDecimal exact(BigDecimal stored) {
        return stored.signum() == 0 ? BigDecimal.ZERO : stored.stripTrailingZeros();
    }

    /** In the body's order. */
    public List<Indicator> of(String body) {
        return database.read(handle -> of(handle, body));
    }

    private static List<Indicator> of(Handle handle, String body) {
        return handle.createQuery("select * from indicator where body = ? order by place, code").bind(0, body).map(INDICATOR).list();
    }

    /** What came of saving. */
    public enum Saved {
        DONE,
        CODE_TAKEN,
        /** It has values of another kind of period. */
        KIND_FIXED,
        TOO_MANY
    }

    /** A new indicator, or another wording of the one with this id, which keeps its body. */
    public Saved save(Indicator indicator) {
        return database.durably(handle -> {
            List<Indicator> there = of(handle, indicator.body());
            Optional<Indicator> before = there.stream().filter(each -> each.id().equals(indicator.id())).findFirst();
            if (there.stream().anyMatch(each -> !each.id().equals(indicator.id()) && each.code().equalsIgnoreCase(indicator.code()))) {
                return Saved.CODE_TAKEN;
            }
            if (before.isEmpty() && there.size() >= PER_BODY) {
                return Saved.TOO_MANY;
            }
            if (before.filter(known -> known.kind() != indicator.kind()).isPresent() && hasValues(handle, indicator.id())) {
                return Saved.KIND_FIXED;
            }
            handle.createUpdate(before.isPresent()
                            ? "update indicator set code = :code, name = :name, unit = :unit, target = :target, better = :betterName, kind = :kindName, place = :place, in_use = :inUse where id = :id and body = :body"
                            : "insert into indicator (id, body, code, name, unit, target, better, kind, place, in_use) values (:id, :body, :code, :name, :unit, :target, :betterName, :kindName, :place, :inUse)")
                    .bind("id", indicator.id()).bind("body", indicator.body()).bind("code", indicator.code()).bind("name", indicator.name()).bind("unit", indicator.unit())
                    .bind("target", indicator.target().orElse(null)).bind("betterName", indicator.better().name()).bind("kindName", indicator.kind().name())
                    .bind("place", indicator.place()).bind("inUse", indicator.inUse()).execute();
            return Saved.DONE;
        });
    }

    private static boolean hasValues(Handle handle, String indicator) {
        return handle.createQuery("select count(*) from indicator_value where indicator = ?").bind(0, indicator).mapTo(Integer.class).one() > 0;
    }

    /** The values in force of a body's indicators, by indicator and time; those taken back are left out. */
    public Map<String, TreeMap<Period, Value>> values(String body) {
        return database.read(handle -> {
            Map<String, TreeMap<Period, Value>> found = inForce(handle, body);
            found.values().forEach(values -> values.values().removeIf(value -> value.amount().isEmpty()));
            return found;
        });
    }

    private static Map<String, TreeMap<Period, Value>> inForce(Handle handle, String body) {
        Map<String, TreeMap<Period, Value>> found = new HashMap<>();
        handle.createQuery("select v.* from indicator_value v join indicator i on i.id = v.indicator where i.body = ? order by v.serial").bind(0, body)
                .map((row, context) -> Map.entry(row.getString("indicator"), VALUE.map(row, context)))
                .forEach(row -> found.computeIfAbsent(row.getKey(), id -> new TreeMap<>(BY_TIME)).put(row.getValue().period(), row.getValue()));
        return found;
    }

    /** All that was ever entered for a body's indicator, the newest first. */
    public List<Value> history(String body, String indicator) {
        return database.read(handle -> handle.createQuery("select v.* from indicator_value v join indicator i on i.id = v.indicator where i.body = ? and i.id = ? order by v.serial desc")
                .bind(0, body).bind(1, indicator).map(VALUE).list());
    }

    /**
     * Writes values of a body's indicators, all or none; one that stands already is not written again.
     *
     * @return how many were written; empty when there would be too many
     * @throws OvertakenException when something stands that an entry does not go over
     * @throws IllegalArgumentException when an indicator is not the body's, or a period is not of its kind
     */
    public Optional<Integer> enter(String body, List<Entry> entries, Value.Source source, String by) {
        return database.durably(handle -> {
            Map<String, Indicator> known = new HashMap<>();
            of(handle, body).forEach(indicator -> known.put(indicator.id(), indicator));
            Map<String, TreeMap<Period, Value>> there = inForce(handle, body);
            List<Entry> fresh = new ArrayList<>();
            for (Entry entry : entries) {
                Indicator indicator = known.get(entry.indicator());
                if (indicator == null || indicator.kind() != entry.period().kind()) {
                    throw new IllegalArgumentException("no such period of an indicator: " + entry);
                }
                Optional<Value> stands = Optional.ofNullable(there.getOrDefault(entry.indicator(), new TreeMap<>(BY_TIME)).get(entry.period()));
                if (!entry.mayReplace(stands.flatMap(Value::amount))) {
                    throw new OvertakenException(stands.map(Value::by).orElse(""));
                }
                if (!isSame(stands, entry)) {
                    fresh.add(entry);
                    there.computeIfAbsent(entry.indicator(), id -> new TreeMap<>(BY_TIME)).put(entry.period(), new Value(entry.period(), entry.amount(), entry.note(), source, by, clock.instant()));
                }
            }
            int before = handle.createQuery("select count(*) from indicator_value v join indicator i on i.id = v.indicator where i.body = ?").bind(0, body).mapTo(Integer.class).one();
            if (before + fresh.size() > VALUES_PER_BODY) {
                return Optional.<Integer>empty();
            }
            fresh.forEach(entry -> handle.execute("insert into indicator_value (indicator, period, amount, note, source, by_name, at_ms) values (?, ?, ?, ?, ?, ?, ?)",
                    entry.indicator(), entry.period().key(), entry.amount().orElse(null), entry.note(), source.name(), by, clock.millis()));
            return Optional.of(fresh.size());
        });
    }

    /** Whether an entry says what stands already. */
    static boolean isSame(Optional<Value> stands, Entry entry) {
        Optional<BigDecimal> amount = stands.flatMap(Value::amount);
        return Entry.isEqual(amount, entry.amount()) && (amount.isEmpty() || stands.get().note().equals(entry.note()));
    }
}
