package vn.nghisu.indicators;

import java.lang.ref.SoftReference;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.VietnamTime;
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
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    public Indicators(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The day it is in Việt Nam. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
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
        Map<String, TreeMap<Period, Value>> found = new HashMap<>();
        desk(body).inForce().values().forEach((indicator, values) -> {
            TreeMap<Period, Value> standing = new TreeMap<>(values);
            standing.values().removeIf(value -> value.amount().isEmpty());
            found.put(indicator, standing);
        });
        return found;
    }

    /** @param count with all that were corrected; the values are not to be changed */
    private record InForce(Map<String, TreeMap<Period, Value>> values, int count) {}

    private Desk desk(String body) {
        return desks.computeIfAbsent(body, Desk::new);
    }

    /**
     * The values of one body: read once for all who ask, as long as there is memory for them, and written by one at a time, so that what an entry goes over
     * is looked at before the database's one writer, for which votes wait too, is asked for anything.
     */
    private final class Desk {
        private final String body;
        private final ReentrantLock entering = new ReentrantLock();
        private final AtomicLong version = new AtomicLong();
        private SoftReference<InForce> known = new SoftReference<>(null);
        private long knownVersion = -1;

        Desk(String body) {
            this.body = body;
        }

        synchronized InForce inForce() {
            InForce there = known.get();
            long now = version.get();
            if (there != null && knownVersion == now) {
                return there;
            }
            InForce read = database.read(handle -> {
                Map<String, TreeMap<Period, Value>> found = new HashMap<>();
                int[] count = {0};
                handle.createQuery("select v.* from indicator_value v join indicator i on i.id = v.indicator where i.body = ? order by v.serial").bind(0, body)
                        .map((row, context) -> Map.entry(row.getString("indicator"), VALUE.map(row, context)))
                        .forEach(row -> {
                            count[0]++;
                            found.computeIfAbsent(row.getKey(), id -> new TreeMap<>(BY_TIME)).put(row.getValue().period(), row.getValue());
                        });
                return new InForce(found, count[0]);
            });
            known = new SoftReference<>(read);
            knownVersion = now;
            return read;
        }

        Optional<Integer> enter(List<Entry> entries, Value.Source source, String by) {
            entering.lock();
            try {
                InForce there = inForce();
                List<Entry> fresh = fresh(there, entries, source, by);
                if (there.count() + fresh.size() > VALUES_PER_BODY) {
                    return Optional.empty();
                }
                try {
                    return Optional.of(database.durably(handle -> {
                        check(handle, entries);
                        return write(handle, fresh, source, by);
                    }));
                } finally {
                    if (!fresh.isEmpty()) {
                        version.incrementAndGet(); // also when nobody knows whether it was written
                    }
                }
            } finally {
                entering.unlock();
            }
        }

        /** What does not stand already. */
        private List<Entry> fresh(InForce there, List<Entry> entries, Value.Source source, String by) {
            Map<String, Value> entered = new HashMap<>();
            List<Entry> fresh = new ArrayList<>();
            for (Entry entry : entries) {
                String cell = entry.indicator() + "/" + entry.period().key();
                Optional<Value> stands = Optional.ofNullable(entered.get(cell))
                        .or(() -> Optional.ofNullable(there.values().get(entry.indicator())).map(values -> values.get(entry.period())));
                if (!entry.mayReplace(stands.flatMap(Value::amount))) {
                    throw new OvertakenException(stands.map(Value::by).orElse(""));
                }
                if (!isSame(stands, entry)) {
                    fresh.add(entry);
                    entered.put(cell, new Value(entry.period(), entry.amount(), entry.note(), source, by, clock.instant()));
                }
            }
            return fresh;
        }

        private void check(Handle handle, List<Entry> entries) {
            Map<String, Indicator> all = new HashMap<>();
            of(handle, body).forEach(indicator -> all.put(indicator.id(), indicator));
            for (Entry entry : entries) {
                Indicator indicator = all.get(entry.indicator());
                if (indicator == null || indicator.kind() != entry.period().kind()) {
                    throw new IllegalArgumentException("no such period of an indicator: " + entry);
                }
            }
        }

        private int write(Handle handle, List<Entry> fresh, Value.Source source, String by) {
            if (fresh.isEmpty()) {
                return 0;
            }
            PreparedBatch rows = handle.prepareBatch("insert into indicator_value (indicator, period, amount, note, source, by_name, at_ms) values (?, ?, ?, ?, ?, ?, ?)");
            fresh.forEach(entry -> rows.add(entry.indicator(), entry.period().key(), entry.amount().orElse(null), entry.note(), source.name(), by, clock.millis()));
            rows.execute();
            return fresh.size();
        }
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
        return desk(body).enter(entries, source, by);
    }

    /** Whether an entry says what stands already. */
    static boolean isSame(Optional<Value> stands, Entry entry) {
        Optional<BigDecimal> amount = stands.flatMap(Value::amount);
        return Entry.isEqual(amount, entry.amount()) && (amount.isEmpty() || stands.get().note().equals(entry.note()));
    }
}
