package vn.nghisu.web.indicators;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import vn.nghisu.indicators.Entry;
import vn.nghisu.indicators.Indicator;
import vn.nghisu.indicators.Indicators;
import vn.nghisu.indicators.OvertakenException;
import vn.nghisu.indicators.Value;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.indicators.Amount;
import vn.nghisu.meeting.indicators.Better;
import vn.nghisu.meeting.indicators.IndicatorCommand;
import vn.nghisu.meeting.indicators.LaidIndicator;
import vn.nghisu.meeting.indicators.Period;
import vn.nghisu.meeting.indicators.PeriodKind;
import vn.nghisu.people.Body;
import vn.nghisu.people.Directory;
import vn.nghisu.people.RandomIds;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.BodyGate;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** A body's indicators: read by those who sit in it, kept and laid beside items by those who prepare its meetings (product M7). */
public final class IndicatorRoutes {
    private static final String LIST = "/api/bodies/:body/indicators";
    private static final int PLACES = 10_000;
    /** Values of one indicator in a list: two years of months. */
    private static final int VALUES_SHOWN = 24;
    private static final int VALUES_AT_ONCE = 500;
    /** Values that a typist knows may stand in a cell. */
    private static final int SEEN_AT_ONCE = 50;
    private static final int HISTORY_SHOWN = 500;

    private static final Text CODE = new Text("mã chỉ tiêu", "the code");
    private static final Text NAME = new Text("tên chỉ tiêu", "the name of the indicator");
    private static final Text UNIT = new Text("đơn vị tính", "the unit");
    private static final Text TARGET = new Text("mục tiêu", "the target");
    static final Text PERIOD = new Text("kỳ", "the period");
    static final Text VALUE = new Text("giá trị", "the value");
    static final Text NOTE = new Text("ghi chú", "the note");

    private final Rooms rooms;
    private final Directory directory;
    private final Indicators indicators;
    private final BodyGate gate;
    private final RandomIds ids = new RandomIds();

    public IndicatorRoutes(Rooms rooms, Directory directory, Indicators indicators) {
        this.rooms = rooms;
        this.directory = directory;
        this.indicators = indicators;
        this.gate = new BodyGate(directory);
    }

    public void declare(Api api) {
        api.blocking(HttpMethod.GET, LIST, Right.SIGNED_IN, this::list)
                .blocking(HttpMethod.POST, LIST, Right.SIGNED_IN, call -> save(call, gate.write(call), ids.get()))
                .blocking(HttpMethod.PUT, LIST + "/:indicator", Right.SIGNED_IN, call -> save(call, gate.write(call), one(call, gate.write(call)).id()))
                .blocking(HttpMethod.GET, LIST + "/:indicator/history", Right.SIGNED_IN, this::history)
                .blocking(HttpMethod.POST, "/api/bodies/:body/indicator-values", Right.SIGNED_IN, this::enter)
                .later(HttpMethod.POST, "/api/meetings/:meeting/indicators", Right.SIGNED_IN, this::lay);
    }

    /** @param value as {@link Amount#key} writes it; absent where a value was taken back @param at ms since 1970 */
    record ShownValue(String period, Optional<String> value, String note, Value.Source source, String by, long at) {
        static ShownValue of(Value value) {
            return new ShownValue(value.period().key(), value.amount().map(Amount::key), value.note(), value.source(), value.by(), value.at().toEpochMilli());
        }
    }

    /** @param values the newest, the oldest of them first */
    record Shown(String id, String code, String name, String unit, Optional<String> target, Better better, PeriodKind kind, int place, boolean inUse, List<ShownValue> values) {}

    /** @param mayEnter whether the reader keeps them */
    private record Listed(String body, String bodyName, List<Shown> indicators, boolean mayEnter) {}

    private Object list(Call call) {
        Body body = gate.read(call);
        Map<String, TreeMap<Period, Value>> values = indicators.values(body.id());
        return new Listed(body.id(), body.name(), indicators.of(body.id()).stream().map(indicator -> shown(indicator, values.getOrDefault(indicator.id(), new TreeMap<>()))).toList(),
                gate.prepares(call.who(), body));
    }

    private static Shown shown(Indicator indicator, TreeMap<Period, Value> values) {
        return new Shown(indicator.id(), indicator.code(), indicator.name(), indicator.unit(), indicator.target().map(Amount::key), indicator.better(), indicator.kind(),
                indicator.place(), indicator.inUse(), values.values().stream().skip(Math.max(0, values.size() - VALUES_SHOWN)).map(ShownValue::of).toList());
    }

    /** An indicator as typed. @param place in the list; without it the last */
    private record Typed(String code, String name, String unit, Optional<String> target, Better better, PeriodKind kind, Optional<Integer> place, boolean inUse) {}

    private Object save(Call call, Body body, String id) {
        Typed typed = call.body(Typed.class);
        List<Indicator> there = indicators.of(body.id());
        int last = there.stream().mapToInt(Indicator::place).max().orElse(-1) + 1;
        int place = typed.place().orElseGet(() -> there.stream().filter(each -> each.id().equals(id)).mapToInt(Indicator::place).findFirst().orElse(last));
        if (place < 0 || place > PLACES) {
            throw Problem.BAD_REQUEST.with();
        }
        String code = needed(typed.code(), CODE, LaidIndicator.CODE_CHARACTERS);
        Indicator indicator = new Indicator(id, body.id(), code, needed(typed.name(), NAME, LaidIndicator.NAME_CHARACTERS), within(typed.unit().strip(), UNIT, LaidIndicator.UNIT_CHARACTERS),
                typed.target().filter(text -> !text.isBlank()).map(text -> amount(text, TARGET)), typed.better(), typed.kind(), place, typed.inUse());
        switch (indicators.save(indicator)) {
            case DONE -> {
                return shown(indicator, indicators.values(body.id()).getOrDefault(id, new TreeMap<>()));
            }
            case CODE_TAKEN -> throw Problem.INDICATOR_CODE_TAKEN.with(code);
            case KIND_FIXED -> throw Problem.INDICATOR_KIND_FIXED.with();
            case TOO_MANY -> throw Problem.INDICATORS_FULL.with(Indicators.PER_BODY);
        }
        throw new IllegalStateException("unknown outcome");
    }

    private static String needed(String text, Text field, int characters) {
        if (text.isBlank()) {
            throw Problem.FIELD_MISSING.with(field);
        }
        return within(text.strip(), field, characters);
    }

    static String within(String text, Text field, int characters) {
        if (text.length() > characters) {
            throw Problem.FIELD_TOO_LONG.with(field, characters);
        }
        return text;
    }

    private static BigDecimal amount(String text, Text field) {
        return Amount.plain(text.strip()).orElseThrow(() -> Problem.FIELD_WRONG.with(field));
    }

    private Indicator one(Call call, Body body) {
        return indicators.of(body.id()).stream().filter(each -> each.id().equals(call.path("indicator"))).findFirst().orElseThrow(Problem.NOT_FOUND::with);
    }

    private record Steps(List<ShownValue> steps) {}

    private Object history(Call call) {
        Body body = gate.read(call);
        return new Steps(indicators.history(body.id(), one(call, body).id()).stream().limit(HISTORY_SHOWN).map(ShownValue::of).toList());
    }

    /** @param value absent to take a value back @param seen what may stand there, empty for no value; without it the value is written over anything */
    private record TypedValue(String indicator, String period, Optional<String> value, String note, Optional<List<String>> seen) {}

    private record TypedValues(List<TypedValue> values) {}

    private record Written(int written) {}

    private Object enter(Call call) {
        Body body = gate.write(call);
        List<TypedValue> typed = call.body(TypedValues.class).values();
        if (typed.size() > VALUES_AT_ONCE) {
            throw Problem.INDICATORS_FULL.with(VALUES_AT_ONCE);
        }
        List<Indicator> known = indicators.of(body.id());
        List<Entry> entries = new ArrayList<>();
        for (TypedValue value : typed) {
            Indicator indicator = known.stream().filter(each -> each.id().equals(value.indicator())).findFirst().orElseThrow(Problem.NOT_FOUND::with);
            Period period = Period.read(value.period()).filter(read -> read.kind() == indicator.kind()).orElseThrow(() -> Problem.FIELD_WRONG.with(PERIOD));
            if (value.value().isPresent() && !period.hasBegun(indicators.today())) {
                throw Problem.PERIOD_NOT_BEGUN.with(period.words());
            }
            if (value.seen().filter(seen -> seen.size() > SEEN_AT_ONCE).isPresent()) {
                throw Problem.BAD_REQUEST.with();
            }
            Optional<List<Optional<BigDecimal>>> over = value.seen().map(seen -> seen.stream().map(text -> Optional.of(text).filter(some -> !some.isEmpty()).map(some -> amount(some, VALUE))).toList());
            entries.add(new Entry(indicator.id(), period, value.value().map(text -> amount(text, VALUE)), within(value.note().strip(), NOTE, Entry.NOTE_CHARACTERS), over));
        }
        try {
            return new Written(indicators.enter(body.id(), entries, Value.Source.HAND, call.who().person().name())
                    .orElseThrow(() -> Problem.INDICATORS_FULL.with(Indicators.VALUES_PER_BODY)));
        } catch (OvertakenException e) {
            throw Problem.INDICATOR_OVERTAKEN.with(e.by());
        }
    }

    /** @param periods which one is looked at, by indicator, where it is of the indicator's kind; without it the newest that has a value */
    private record Wanted(String item, List<String> indicators, Optional<Map<String, String>> periods) {}

    private record Laid(int indicators) {}

    /** Reads the values of this moment and lays them beside the item. */
    private Future<?> lay(Call call) {
        Caller caller = call.who().caller(directory);
        Room room = rooms.find(call.path("meeting")).filter(found -> found.meeting().exists()).orElseThrow(Problem.NOT_FOUND::with);
        Wanted wanted = call.body(Wanted.class);
        Map<String, String> written = wanted.periods().orElse(Map.of());
        if (wanted.indicators().size() > Indicators.PER_BODY || written.size() > Indicators.PER_BODY) {
            throw Problem.INDICATORS_FULL.with(Indicators.PER_BODY);
        }
        Map<String, Period> periods = new HashMap<>();
        written.forEach((indicator, text) -> periods.put(indicator, Period.read(text).orElseThrow(() -> Problem.FIELD_WRONG.with(PERIOD))));
        String body = room.meeting().head().bodyId();
        return call.ctx().vertx().executeBlocking(() -> laid(body, wanted.indicators(), periods), false)
                .compose(found -> RoomAnswers.give(call.ctx(), room, caller, UUID.randomUUID(), new IndicatorCommand.LayIndicators(wanted.item(), found), done -> new Laid(found.size())));
    }

    private List<LaidIndicator> laid(String body, List<String> wanted, Map<String, Period> periods) {
        Map<String, TreeMap<Period, Value>> values = indicators.values(body);
        return indicators.of(body).stream().filter(indicator -> wanted.contains(indicator.id()))
                .flatMap(indicator -> Laying.of(indicator, values.getOrDefault(indicator.id(), new TreeMap<>()), Optional.ofNullable(periods.get(indicator.id())), indicators.today()).stream()).toList();
    }
}
