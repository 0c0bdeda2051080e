package vn.nghisu.web.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.DocumentsView;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.signing.Anchors;
import vn.nghisu.signing.Inspection;
import vn.nghisu.signing.KeySigner;
import vn.nghisu.signing.Look;
import vn.nghisu.signing.Outside;
import vn.nghisu.signing.Report;
import vn.nghisu.signing.Sentence;
import vn.nghisu.signing.Signing;
import vn.nghisu.signing.SigningRefused;
import vn.nghisu.web.RoomAnswers;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RequestLanguage;
import vn.nghisu.web.security.Tries;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.signin.Right;

/**
 * Signatures of official papers (product M4):
 *
 * <pre>
 * POST /api/meetings/{meeting}/documents/{document}/signed?slot=&amp;from=   a file that was signed elsewhere
 * POST /api/meetings/{meeting}/documents/{document}/key?slot=&amp;from=      {@link KeyParts}: the server signs once, over an encrypted line only
 *      both with &amp;another=yes    also when the certificate names another person than the place waits for
 * GET  /api/meetings/{meeting}/documents/{document}/signatures           what its signatures are worth
 * </pre>
 */
final class SigningRoutes {
    private static final int FILE_KB = 30 * 1024;
    private static final int KEY_KB = 2 * 1024;
    private static final int REPORTS = 200;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String DOCUMENT = "/api/meetings/:meeting/documents/:document";

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final DocumentRoutes.Desk desk;
    private final BodySheetRoutes sheets;
    private final Clock clock;
    private final Tries tries;
    private final Map<String, FutureTask<Report>> seen = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FutureTask<Report>> eldest) {
            return size() > REPORTS;
        }
    });

    SigningRoutes(Vertx vertx, Rooms rooms, Directory directory, DocumentRoutes.Desk desk, BodySheetRoutes sheets, Clock clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.desk = desk;
        this.sheets = sheets;
        this.clock = clock;
        this.tries = new Tries(clock);
    }

    void declare(Api api, Router router) {
        api.blocking(HttpMethod.GET, DOCUMENT + "/signatures", Right.SIGNED_IN, this::signatures);
        router.post(DOCUMENT + "/signed").handler(ctx -> admit(ctx, FILE_KB)).handler(api.memory().upTo(FILE_KB)).handler(this::signed);
        router.post(DOCUMENT + "/key").handler(this::admitKey).handler(api.memory().upTo(KEY_KB)).handler(this::key);
    }

    private void admit(RoutingContext ctx, int kb) {
        asked(ctx);
        Answers.bodyMayBe(ctx, kb);
        ctx.next();
    }

    private void admitKey(RoutingContext ctx) {
        if (!desk.origins().isTrustworthy(ctx.request())) {
            throw Problem.KEY_NEEDS_ENCRYPTION.with();
        }
        admit(ctx, KEY_KB);
    }

    /** Who brings a signature, to what. @param from SHA-256 of the file that was signed @param another whether it is taken of whomever the certificate names */
    private record Asked(Room room, Caller caller, Document document, SignatureSlot slot, String from, boolean another) {}

    private Asked asked(RoutingContext ctx) {
        Room room = DocumentRoutes.led(rooms, directory, ctx);
        Document document = room.meeting().documents().find(ctx.pathParam("document")).orElseThrow(Problem.NOT_FOUND::with);
        SignatureSlot slot = Stream.of(SignatureSlot.values()).filter(each -> ctx.queryParam("slot").contains(each.name())).findFirst().orElseThrow(Problem.BAD_REQUEST::with);
        return new Asked(room, Guard.signedIn(ctx).caller(directory), document, slot, ctx.queryParam("from").stream().findFirst().orElse(""),
                ctx.queryParam("another").contains("yes"));
    }

    private void signed(RoutingContext ctx) {
        Asked asked = asked(ctx);
        byte[] returned = bytes(ctx);
        if (mayBeSigned(ctx, asked)) {
            take(ctx, asked, () -> taken(asked, returned));
        }
    }

    /** A file that was signed elsewhere begins with the very bytes that were given out, which is asked first. */
    private Taken taken(Asked asked, byte[] returned) throws IOException {
        if (!isPdf(returned)) {
            throw Problem.SIGNED_NO_PDF.with();
        }
        Report report = Outside.take(given(asked), returned, this::looked);
        return new Taken(returned, report.signatures().get(report.signatures().size() - 1), List.of());
    }

    private static boolean isPdf(byte[] file) {
        return file.length > PDF.length && Arrays.equals(file, 0, PDF.length, PDF, 0, PDF.length);
    }

    private Report looked(byte[] pdf) {
        try {
            return Inspection.of(pdf, anchors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void key(RoutingContext ctx) {
        Asked asked = asked(ctx);
        byte[] body = bytes(ctx);
        Buffer buffer = ctx.body().buffer();
        if (buffer != null) {
            buffer.setBytes(0, new byte[buffer.length()]);
        }
        boolean begun = false;
        try {
            begun = mayBeSigned(ctx, asked);
            if (begun) {
                String who = asked.caller().person();
                tries.begin(who, "key").ifPresent(wait -> {
                    throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
                });
                take(ctx, asked, () -> taken(asked, body, who));
            }
        } catch (RuntimeException e) {
            begun = false;
            throw e;
        } finally {
            if (!begun) {
                Arrays.fill(body, (byte) 0);
            }
        }
    }

    /** A try counts only when its password was one. */
    private Taken taken(Asked asked, byte[] body, String who) throws IOException {
        try (KeyParts parts = KeyParts.of(body)) {
            return taken(asked, parts, who);
        } catch (IOException | RuntimeException e) {
            if (!(e instanceof SigningRefused refused && refused.isOfSecret())) {
                tries.undone(who, "key");
            }
            throw e;
        }
    }

    private Taken taken(Asked asked, KeyParts parts, String who) throws IOException {
        byte[] given = given(asked);
        try (KeySigner signer = KeySigner.bytes(parts.key(), parts.password())) {
            tries.succeeded(who, "key");
            Signing signing = new Signing(desk.authorities(), anchors());
            String field = asked.slot().name();
            Look look = parts.picture().map(png -> parts.widthMm() > 0 ? Look.seal(png, field, parts.widthMm()) : Look.person(png, field))
                    .orElseGet(() -> new Look(Optional.empty(), Optional.of(field), Optional.empty(), Optional.empty()));
            Signing.Signed signed = signing.sign(given, signer, look, clock.instant());
            Report report = Outside.take(given, signed.pdf(), anchors());
            return new Taken(signed.pdf(), report.signatures().get(report.signatures().size() - 1), signed.remarks());
        }
    }

    private Anchors anchors() throws IOException {
        return Anchors.read(desk.trust());
    }

    private List<Sentence> anchorFaults() {
        try {
            return anchors().faults();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] given(Asked asked) throws IOException {
        return desk.files().read(asked.document().file()).orElseThrow(Problem.NOT_FOUND::with);
    }

    /** A signature that holds. */
    private record Taken(byte[] pdf, Report.Found found, List<Sentence> remarks) {}

    /** @param signer name in the certificate @param remarks why it is not of a higher level */
    record Added(String signer, String level, List<String> remarks) {}

    /** Answers where the meeting's own rules stand against it. */
    private static boolean mayBeSigned(RoutingContext ctx, Asked asked) {
        Optional<Decision> against = DocumentCommand.maySign(asked.room().meeting(), asked.caller(), asked.document().id(), asked.slot(), asked.from());
        against.ifPresent(refused -> Answers.json(ctx, Refusing.answer(ctx, refused)));
        return against.isEmpty();
    }

    private void take(RoutingContext ctx, Asked asked, Callable<Taken> work) {
        Language language = RequestLanguage.of(ctx);
        vertx.executeBlocking(() -> {
                    Taken taken = work.call();
                    Outside.vouched(taken.found(), anchors());
                    if (isElsewhere(taken.found().field(), asked.slot())) {
                        throw Problem.SIGNED_ELSEWHERE.with(taken.found().field());
                    }
                    awaited(asked, taken.found().signer());
                    return new Laid(taken, desk.files().put(taken.pdf()));
                }, false)
                .compose(laid -> RoomAnswers.give(ctx, asked.room(), asked.caller(), UUID.randomUUID(), command(asked, laid),
                        done -> new Added(laid.taken().found().signer(), laid.taken().found().level(), laid.taken().remarks().stream().map(each -> Refusing.in(language, each)).toList())))
                .recover(failure -> failure instanceof SigningRefused refused ? Future.succeededFuture(Refusing.answer(ctx, refused.sentence()))
                        : Future.failedFuture(failure))
                .onFailure(failure -> Answers.failure(ctx, failure))
                .onSuccess(answer -> Answers.json(ctx, answer));
    }

    /** A name that is not awaited is told first, and taken only by a second, explicit act. */
    private void awaited(Asked asked, String signer) {
        Meeting meeting = asked.room().meeting();
        if (!asked.another()) {
            Signers.otherThan(signer, Signers.of(meeting, asked.document(), asked.slot(), sheets.of(meeting.head()))).ifPresent(names -> {
                throw Problem.SIGNED_BY_ANOTHER.with(signer, names);
            });
        }
    }

    private record Laid(Taken taken, String file) {}

    /** A program elsewhere may have made a field of its own, but not filled another's. */
    private static boolean isElsewhere(String field, SignatureSlot slot) {
        return Stream.of(SignatureSlot.values()).anyMatch(other -> other != slot && other.name().equals(field));
    }

    private DocumentCommand.AddSignature command(Asked asked, Laid laid) {
        Report.Found found = laid.taken().found();
        Instant at = found.stampedAt().or(found::saidAt).orElseGet(clock::instant);
        return new DocumentCommand.AddSignature(asked.document().id(), asked.slot(), asked.from(), found.signer(), found.serial(), at, found.level(), laid.file());
    }

    /** @param holds whether what it covers is as it was signed, and nothing was added that it does not allow */
    record Worth(String field, String signer, boolean holds, Report.Trust trust, String level, Optional<Long> stampedAt, List<String> faults, List<String> remarks) {}

    /** @param remarks what stands against looking at them well: files among the trusted certificates that are none */
    record Worths(List<Worth> signatures, boolean holds, List<String> remarks) {}

    private Object signatures(Call call) {
        Caller caller = call.who().caller(directory);
        Meeting meeting = rooms.find(call.path("meeting")).map(Room::meeting).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, caller);
        Document document = meeting.documents().find(call.path("document"))
                .filter(found -> rights.maySeeMeeting() && DocumentsView.mayTake(meeting, rights, found)).orElseThrow(Problem.NOT_FOUND::with);
        Report found = worth(document.file());
        Language language = call.language();
        return new Worths(found.signatures().stream().map(each -> new Worth(each.field(), each.signer(), each.holds(), each.trust(), each.level(), each.stampedAt().map(Instant::toEpochMilli),
                each.faults().stream().map(words -> Refusing.in(language, words)).toList(), each.remarks().stream().map(words -> Refusing.in(language, words)).toList())).toList(),
                found.faults().isEmpty(), rights.mayLead() ? anchorFaults().stream().map(words -> Refusing.in(language, words)).toList() : List.of());
    }

    /** Looked at once by all who ask at the same time, and again when the certificates that are trusted have changed. */
    private Report worth(String file) {
        try {
            Anchors anchors = anchors();
            FutureTask<Report> looking = new FutureTask<>(() -> Inspection.of(desk.files().read(file).orElseThrow(Problem.NOT_FOUND::with), anchors));
            String key = file + anchors.fingerprint() + LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC); // a certificate may have ended meanwhile
            FutureTask<Report> first = Optional.ofNullable(seen.putIfAbsent(key, looking)).orElse(looking);
            first.run(); // once: whoever comes later waits for it
            try {
                return first.get();
            } catch (ExecutionException e) {
                seen.remove(key, first);
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IOException(e.getCause());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(RoutingContext ctx) {
        return ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
    }
}
