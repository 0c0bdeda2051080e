package vn.nghisu.web.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.indicators.Entry;
import vn.nghisu.indicators.Indicator;
import vn.nghisu.indicators.Indicators;
import vn.nghisu.indicators.IndicatorTokens;
import vn.nghisu.indicators.Value;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.indicators.Amount;
import vn.nghisu.meeting.indicators.Period;
import vn.nghisu.people.Body;
import vn.nghisu.people.Directory;
import vn.nghisu.web.security.Csrf;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.StrictJson;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.BodyGate;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/** Tokens of programs, and the one route that they open: values of their body's indicators, all or none (docs/indicators.md). No session has a say there. */
public final class TokenRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRoutes.class);
    private static final String TOKENS = "/api/bodies/:body/indicator-tokens";
    private static final int VALUES_AT_ONCE = 500;
    private static final int FAULTS_NAMED = 5;
    private static final int BURST = 60;
    private static final double PER_SECOND = 1;
    private static final Text NAME = new Text("tên phần mềm", "the program's name");

    private final Indicators indicators;
    private final IndicatorTokens tokens;
    private final BodyGate gate;
    private final RateLimit limit;

    public TokenRoutes(Directory directory, Indicators indicators, IndicatorTokens tokens, Clock clock) {
        this.indicators = indicators;
        this.tokens = tokens;
        this.gate = new BodyGate(directory);
        this.limit = new RateLimit(BURST, PER_SECOND, clock);
    }

    public void declare(Api api) {
        api.blocking(HttpMethod.GET, TOKENS, Right.SIGNED_IN, call -> new Listed(tokens.of(gate.keep(call).id()).stream().map(TokenRoutes::shown).toList()))
                .blocking(HttpMethod.POST, TOKENS, Right.SIGNED_IN, this::issue)
                .blocking(HttpMethod.DELETE, TOKENS + "/:token", Right.SIGNED_IN, this::revoke)
                .blocking(HttpMethod.POST, Csrf.FOR_PROGRAMS, Right.ANYONE, StrictJson.BODY_KB, this::enter);
    }

    /** @param issued with the next one, ms since 1970 */
    record Shown(String id, String name, String issuedBy, long issued, Optional<Long> lastUsed) {}

    private record Listed(List<Shown> tokens) {}

    private static Shown shown(IndicatorTokens.Token token) {
        return new Shown(token.id(), token.name(), token.issuedBy(), token.issued().toEpochMilli(), token.lastUsed().map(Instant::toEpochMilli));
    }

    private record Named(String name) {}

    /** @param token told this once */
    private record Issued(String token) {}

    private Object issue(Call call) {
        Body body = gate.keep(call);
        String name = call.body(Named.class).name().strip();
        if (name.isEmpty()) {
            throw Problem.FIELD_MISSING.with(NAME);
        }
        String secret = tokens.issue(body.id(), IndicatorRoutes.within(name, NAME, IndicatorTokens.NAME_CHARACTERS), call.who().person().name())
                .orElseThrow(() -> Problem.INDICATORS_FULL.with(IndicatorTokens.PER_BODY));
        LOG.info("Body {} has a new token for indicators, by {}", body.id(), call.who().person().id());
        return new Issued(secret);
    }

    private Object revoke(Call call) {
        Body body = gate.keep(call);
        if (!tokens.revoke(body.id(), call.path("token"))) {
            throw Problem.NOT_FOUND.with();
        }
        LOG.info("A token for indicators of body {} was revoked by {}", body.id(), call.who().person().id());
        return null;
    }

    /** @param value a number, or a text of one with a point, which keeps every digit */
    private record SentValue(String code, String period, JsonNode value, Optional<String> note) {}

    private record Sent(List<SentValue> values) {}

    private record Taken(int written, int unchanged) {}

    private Object enter(Call call) {
        limited("network " + call.network());
        IndicatorTokens.Token token = bearer(call).flatMap(tokens::use).orElseThrow(Problem.WRONG_TOKEN::with);
        limited("token " + token.id());
        List<SentValue> values = call.body(Sent.class).values();
        if (values.size() > VALUES_AT_ONCE) {
            throw Problem.INDICATORS_FULL.with(VALUES_AT_ONCE);
        }
        Map<String, Indicator> byCode = new LinkedHashMap<>();
        indicators.of(token.body()).forEach(indicator -> byCode.put(indicator.code().toLowerCase(Locale.ROOT), indicator));
        List<Entry> entries = new ArrayList<>();
        Set<String> given = new HashSet<>();
        List<Text> faults = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            SentValue sent = values.get(i);
            Optional<Indicator> indicator = Optional.ofNullable(byCode.get(sent.code().strip().toLowerCase(Locale.ROOT)));
            Optional<Period> period = Period.read(sent.period()).filter(read -> indicator.filter(known -> known.kind() == read.kind()).isPresent())
                    .filter(read -> read.hasBegun(indicators.today()));
            Optional<BigDecimal> amount = sent.value().isNumber() || sent.value().isTextual() ? Amount.plain(sent.value().asText()) : Optional.empty();
            String note = sent.note().orElse("").strip();
            if (indicator.isEmpty() || period.isEmpty() || amount.isEmpty() || note.length() > Entry.NOTE_CHARACTERS) {
                Text what = indicator.isEmpty() ? new Text("mã", "code") : period.isEmpty() ? IndicatorRoutes.PERIOD : amount.isEmpty() ? IndicatorRoutes.VALUE : IndicatorRoutes.NOTE;
                faults.add(new Text("values[{0}]: {1}", "values[{0}]: {1}").fill(i, what));
            } else if (!given.add(indicator.get().id() + " " + period.get().key())) {
                faults.add(new Text("values[{0}]: chỉ tiêu {1} có hai giá trị cho {2}", "values[{0}]: {1} has two values for {2}").fill(i, indicator.get().code(), period.get().words()));
            } else {
                entries.add(new Entry(indicator.get().id(), period.get(), amount, note));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.VALUES_FAULTY.with(new Text(joined(faults, Language.VI), joined(faults, Language.EN)));
        }
        int written = indicators.enter(token.body(), entries, Value.Source.PROGRAM, token.name()).orElseThrow(() -> Problem.INDICATORS_FULL.with(Indicators.VALUES_PER_BODY));
        return new Taken(written, entries.size() - written);
    }

    private static String joined(List<Text> faults, Language language) {
        return String.join("; ", faults.stream().limit(FAULTS_NAMED).map(text -> text.in(language)).toList()) + (faults.size() > FAULTS_NAMED ? "; …" : "");
    }

    private void limited(String key) {
        limit.take(key).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
    }

    private static Optional<String> bearer(Call call) {
        return Csrf.bearer(call.ctx().request().getHeader(HttpHeaders.AUTHORIZATION));
    }
}
