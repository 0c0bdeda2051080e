package vn.nghisu.web.meetings;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.documents.DocumentsView;
import vn.nghisu.minutes.MinutesRecord;
import vn.nghisu.papers.SignedFiles;
import vn.nghisu.papers.child.SignaturesSeen;
import vn.nghisu.people.Directory;
import vn.nghisu.room.MinutesCheck;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.signing.Report;
import vn.nghisu.signing.Sentence;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.RequestLanguage;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Guard;

/**
 * {@code POST /api/check} with a PDF: what its signatures are worth, and whether the minutes in it are those of the journal, as far as the
 * caller may read that meeting's minutes. The file is read in a child process and kept nowhere.
 */
public final class CheckRoutes {
    private static final int FILE_KB = 30 * 1024;
    private static final int BURST = 10;
    private static final double PER_SECOND = 0.2;
    private static final int RETRY_S = 5;
    /** People whose files are on their way or looked at; one file each. */
    private static final int MOST = SignedFiles.MOST_AT_ONCE;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final long COMES_WITHIN_MS = 300_000;

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final Journal journal;
    private final SignedFiles files;
    private final RateLimit rate;
    private final Clock clock;
    /** Who brought a file that took all the time or memory that a child has, and until when they bring no other. */
    private final Map<String, Instant> tooMuch = new ConcurrentHashMap<>();
    private final Set<String> checking = ConcurrentHashMap.newKeySet();

    public CheckRoutes(Vertx vertx, Rooms rooms, Directory directory, Journal journal, SignedFiles files, Clock clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.journal = journal;
        this.files = files;
        this.clock = clock;
        this.rate = new RateLimit(BURST, PER_SECOND, clock);
    }

    /** @param saidAt ms since 1970 by the signer's machine @param stampedAt by an authority */
    record Signature(String signer, Optional<Long> saidAt, Optional<Long> stampedAt, boolean holds, Report.Trust trust, String level, List<String> faults,
            List<String> remarks) {}

    /**
     * @param holds nothing that was looked at is wrong
     * @param minutes whether it carries a record of minutes; {@code compared} whether that was held against the journal
     */
    record Findings(boolean holds, List<Signature> signatures, List<String> faults, List<String> remarks, boolean minutes, boolean compared) {}

    public void mount(Router router) {
        router.post("/api/check").handler(this::check);
    }

    private void check(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        rate.take(caller.person()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
        Instant now = clock.instant();
        tooMuch.values().removeIf(until -> !until.isAfter(now));
        Optional.ofNullable(tooMuch.get(caller.person())).ifPresent(until -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, Duration.between(now, until));
        });
        if (!files.hasRoom(FILE_KB * 1024L)) {
            throw Problem.DISK_FULL.with();
        }
        if (checking.size() >= MOST || !checking.add(caller.person())) {
            throw Problem.BUSY.with().retryAfter(RETRY_S);
        }
        Answers.bodyMayBe(ctx, FILE_KB);
        Language language = RequestLanguage.of(ctx);
        Path file = files.place();
        long late = vertx.setTimer(COMES_WITHIN_MS, timer -> {
            if (!ctx.request().isEnded()) {
                checking.remove(caller.person());
                ctx.response().reset();
            }
        });
        Reception.into(file, ctx, FILE_KB * 1024L)
                .compose(bytes -> vertx.executeBlocking(() -> findings(file, caller, language), false))
                .eventually(() -> {
                    vertx.cancelTimer(late);
                    checking.remove(caller.person());
                    return vertx.executeBlocking(() -> Files.deleteIfExists(file), false);
                })
                .onSuccess(found -> Answers.json(ctx, found))
                .onFailure(failure -> answer(ctx, failure instanceof SignedFiles.Busy ? Problem.BUSY.with().retryAfter(RETRY_S)
                        : failure instanceof Reception.NotWritten ? Problem.DISK_FULL.with() : failure));
    }

    /** Who has gone meanwhile is told nothing. */
    private static void answer(RoutingContext ctx, Throwable failure) {
        if (!ctx.response().closed()) {
            Answers.failure(ctx, failure);
        }
    }

    private Findings findings(Path pdf, Caller caller, Language language) throws IOException {
        SignaturesSeen seen = seen(pdf, caller);
        MinutesCheck.Given given = new MinutesCheck.Given(seen.attachment(), seen.hashes(), seen.states(), !seen.signatures().isEmpty(), seen.report().trusted());
        MinutesCheck minutes = byFile(given, caller).orElseGet(() -> MinutesCheck.of(given, stream -> entries(stream, caller)));
        List<Signature> signatures = seen.signatures().stream().map(each -> new Signature(each.signer(), each.saidAt(), each.stampedAt(), each.holds(), each.trust(),
                each.level(), in(language, each.faults()), in(language, each.remarks()))).toList();
        List<Sentence> faults = Stream.of(seen.general(), seen.trust().any() ? seen.report().unvouched() : List.<Sentence>of(), minutes.faults()).flatMap(List::stream).toList();
        List<Sentence> remarks = Stream.of(minutes.told(), minutes.remarks(), seen.trust().faults()).flatMap(List::stream).toList();
        return new Findings(faults.isEmpty() && seen.signatures().stream().allMatch(SignaturesSeen.Seen::holds), signatures, in(language, faults),
                in(language, remarks), minutes.head().isPresent(), minutes.head().isPresent() && minutes.remarks().isEmpty());
    }

    private SignaturesSeen seen(Path pdf, Caller caller) throws IOException {
        try {
            return files.look(pdf, MinutesRecord.FILE).orElseThrow(Problem.PAPER_NOT_CHECKED::with);
        } catch (SignedFiles.TooMuch e) {
            tooMuch.put(caller.person(), clock.instant().plus(PAUSE));
            throw Problem.PAPER_NOT_CHECKED.with();
        }
    }

    /** A paper that carries no record: by its file, among those that the caller may be told of. */
    private Optional<MinutesCheck> byFile(MinutesCheck.Given given, Caller caller) {
        return given.record().isPresent() ? Optional.empty() : rooms.all().map(Room::meeting)
                .flatMap(meeting -> {
                    Rights rights = Rights.of(meeting, caller);
                    return !rights.maySeeMeeting() ? Stream.empty()
                            : meeting.documents().all().filter(document -> DocumentsView.maySee(meeting, rights, document)).flatMap(document -> MinutesCheck.ofFile(given, document).stream());
                }).findFirst();
    }

    private Optional<Iterable<Entry>> entries(String stream, Caller caller) {
        return Optional.of(stream).filter(name -> name.startsWith(Rooms.STREAMS)).map(name -> name.substring(Rooms.STREAMS.length()))
                .flatMap(rooms::find).map(Room::meeting)
                .filter(meeting -> Rights.of(meeting, caller).mayReadMinutes(meeting))
                .map(meeting -> journal.all(stream, 0));
    }

    private static List<String> in(Language language, List<Sentence> sentences) {
        return sentences.stream().map(each -> language.either(each.vi(), each.en())).toList();
    }
}
