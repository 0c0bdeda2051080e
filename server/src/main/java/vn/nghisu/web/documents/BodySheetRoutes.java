package vn.nghisu.web.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.preparation.Head;
import vn.nghisu.minutes.OfficialPapers;
import vn.nghisu.minutes.PaperRefused;
import vn.nghisu.minutes.Templates;
import vn.nghisu.minutes.template.Names;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodySheets;
import vn.nghisu.people.Directory;
import vn.nghisu.people.PaperNumbers;
import vn.nghisu.room.Json;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.BodyGate;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/**
 * Head and foot of a body's papers, its own templates, and the numbers that its papers have taken; for administrators and those who prepare
 * the body's meetings (product M3).
 */
final class BodySheetRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(BodySheetRoutes.class);
    private static final String SHEET = "/api/bodies/:body/paper-sheet";
    private static final String TEMPLATE = "/api/bodies/:body/paper-templates/:kind";
    private static final int TEMPLATE_KB = 800;
    private static final Text SHEET_NAME = new Text("Tên cơ quan, ký hiệu hoặc nơi nhận", "Agency, notation or recipients");

    private final Directory directory;
    private final BodyGate gate;
    private final BodySheets sheets;
    private final PaperNumbers numbers;
    private final Rooms rooms;
    private final Clock clock;

    BodySheetRoutes(Directory directory, BodySheets sheets, PaperNumbers numbers, Rooms rooms, Clock clock) {
        this.directory = directory;
        this.gate = new BodyGate(directory);
        this.sheets = sheets;
        this.numbers = numbers;
        this.rooms = rooms;
        this.clock = clock;
    }

    void declare(Api api) {
        nameFaults();
        api.blocking(HttpMethod.GET, SHEET, Right.PREPARES_MEETINGS, this::shown)
                .blocking(HttpMethod.PUT, SHEET, Right.PREPARES_MEETINGS, this::write)
                .blocking(HttpMethod.GET, TEMPLATE, Right.PREPARES_MEETINGS, this::template)
                .later(HttpMethod.PUT, TEMPLATE, Right.PREPARES_MEETINGS, TEMPLATE_KB, call -> aside(call, this::setTemplate))
                .blocking(HttpMethod.DELETE, TEMPLATE, Right.PREPARES_MEETINGS, this::dropTemplate)
                .blocking(HttpMethod.GET, "/api/bodies/:body/paper-numbers/:year", Right.PREPARES_MEETINGS, this::numbers);
    }

    /** A template that an earlier build took may be none for this one; its papers can't be made until it is mended. */
    private void nameFaults() {
        directory.bodies().forEach(body -> Stream.of(DocumentKind.values()).forEach(kind -> fault(body, kind)
                .ifPresent(fault -> LOG.warn("The template of body {} for {} can't be used: {}", body.id(), kind, fault.en()))));
    }

    /** Why the body's own template of a kind can't be used. */
    private Optional<Text> fault(Body body, DocumentKind kind) {
        try {
            sheets.template(body.id(), kind.name()).ifPresent(text -> OfficialPapers.check(kind, text));
            return Optional.empty();
        } catch (PaperRefused refused) {
            return Optional.of(refused.text());
        }
    }

    private static Future<Object> aside(Call call, Function<Call, Object> work) {
        return call.ctx().vertx().executeBlocking(() -> work.apply(call), false);
    }

    BodySheet of(Head head) {
        return sheets.of(head.bodyId()).map(BodySheetRoutes::read).orElseGet(() -> BodySheet.usual(head));
    }

    Templates templates(String body) {
        Templates builtIn = Templates.builtIn();
        return kind -> sheets.template(body, kind.name()).orElseGet(() -> builtIn.of(kind));
    }

    /** @param own kinds with a template of the body's own */
    record Shown(BodySheet sheet, List<KindLine> kinds) {}

    /** @param fault why no paper of the kind can be made with the body's own template @param names what a template may name @param commands words that may stand after {@code @} in one */
    record KindLine(DocumentKind kind, String label, boolean own, Optional<String> fault, Names names, SortedSet<String> commands) {}

    private Object shown(Call call) {
        Body body = gate.keep(call);
        return shown(body, call);
    }

    private Shown shown(Body body, Call call) {
        BodySheet sheet = sheets.of(body.id()).map(BodySheetRoutes::read).orElseGet(() -> BodySheet.usual(body.parent(), body.name(), body.place()));
        return new Shown(sheet, Stream.of(DocumentKind.values())
                .map(kind -> new KindLine(kind, kind.label().in(call.language()), sheets.template(body.id(), kind.name()).isPresent(), fault(body, kind).map(text -> text.sentence(call.language())),
                        OfficialPapers.names(kind), OfficialPapers.commands(kind))).toList());
    }

    private Object write(Call call) {
        Body body = gate.keep(call);
        BodySheet sheet = call.body(BodySheet.class);
        String json = Json.write(sheet);
        if (!sheet.isFit() || json.length() > BodySheets.CHARACTERS) {
            throw Problem.FIELD_WRONG.with(SHEET_NAME);
        }
        sheets.write(body.id(), json);
        LOG.info("Body {} has a new head for its papers, by {}", body.id(), call.who().person().id());
        return shown(body, call);
    }

    /** @param own whether it is the body's; else it comes with the program */
    record TemplateText(String text, boolean own) {}

    private Object template(Call call) {
        Body body = gate.keep(call);
        DocumentKind kind = kind(call);
        boolean builtIn = call.ctx().queryParam("built-in").contains("yes");
        return sheets.template(body.id(), kind.name()).filter(own -> !builtIn).map(own -> new TemplateText(own, true))
                .orElseGet(() -> new TemplateText(Templates.builtIn().of(kind), false));
    }

    record NewTemplate(String text) {}

    private Object setTemplate(Call call) {
        Body body = gate.keep(call);
        DocumentKind kind = kind(call);
        String text = call.body(NewTemplate.class).text();
        if (text.length() > BodySheets.TEMPLATE_CHARACTERS) {
            throw Problem.TOO_LARGE.with(BodySheets.TEMPLATE_CHARACTERS / 1000);
        }
        try {
            OfficialPapers.check(kind, text);
        } catch (PaperRefused refused) {
            throw Refusing.of(refused);
        }
        sheets.setTemplate(body.id(), kind.name(), text);
        LOG.info("Body {} has its own template for {}, by {}", body.id(), kind, call.who().person().id());
        return new TemplateText(text, true);
    }

    private Object dropTemplate(Call call) {
        Body body = gate.keep(call);
        DocumentKind kind = kind(call);
        sheets.dropTemplate(body.id(), kind.name());
        return new TemplateText(Templates.builtIn().of(kind), false);
    }

    /** @param number as printed @param state absent where the number was taken and the paper never made @param meeting its title */
    record NumberLine(String code, int ordinal, String number, Optional<Document.State> state, String label, String meeting, long at) {}

    record NumberList(int year, List<NumberLine> numbers) {}

    private Object numbers(Call call) {
        Body body = gate.keep(call);
        String asked = call.path("year");
        int year = asked.matches("20[0-9]{2}|21[0-9]{2}") ? Integer.parseInt(asked) : LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE).getYear();
        return new NumberList(year, numbers.ofYear(body.id(), year).stream().map(taken -> line(taken, call)).toList());
    }

    private NumberLine line(PaperNumbers.Taken taken, Call call) {
        Optional<Room> room = rooms.find(taken.meeting());
        Optional<Document> document = room.flatMap(found -> found.meeting().documents().find(taken.document()));
        String printed = document.flatMap(found -> found.content().number()).map(Content.Number::printed).orElse("%02d/%s".formatted(taken.ordinal(), taken.code()));
        return new NumberLine(taken.code(), taken.ordinal(), printed, document.map(Document::state),
                document.map(found -> found.content().kind().label().in(call.language())).orElse(""), room.map(found -> found.meeting().head().title()).orElse(""), taken.at().toEpochMilli());
    }

    private static BodySheet read(String json) {
        try {
            return Json.MAPPER.readValue(json, BodySheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the head of a body's papers can't be read", e);
        }
    }

    private static DocumentKind kind(Call call) {
        return Stream.of(DocumentKind.values()).filter(each -> each.name().equals(call.path("kind"))).findFirst().orElseThrow(Problem.NOT_FOUND::with);
    }
}
