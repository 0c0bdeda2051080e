package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.MarkedPage;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.child.PageEncoder;
import vn.nghisu.web.security.Problem;

/**
 * Pages of papers that bear their reader's name. A marked picture has an address of its own for each reader: the name of the plain
 * picture and the reader's tag, 32 hex digits each. So a tablet keeps it like any other, a change of handling changes the addresses,
 * and no cache can mix up two readers. Of a paper so handled plain pictures are given to nobody; only thumbs, on which nothing can be
 * read, and words keep their names.
 */
final class MarkedPages {
    private static final int WORKERS = 2;
    /** Pages that wait to be marked; a tablet that is told to come again does so by itself. */
    private static final int WAITING = 64;
    private static final int AGAIN_AFTER_S = 2;
    private static final long LONGEST_S = 20;
    private static final int NAME_CHARACTERS = 32;
    private static final Pattern MARKED = Pattern.compile("([0-9a-f]{32})([0-9a-f]{32})\\.(webp|png|jpg)");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(VietnamTime.ZONE);

    private final PaperStore store;
    private final Clock clock;
    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();

    MarkedPages(Vertx vertx, PaperStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.workers = vertx.createSharedWorkerExecutor("marked-pages", WORKERS, LONGEST_S, TimeUnit.SECONDS);
    }

    /**
     * Who looks at which paper.
     *
     * @param key person or screen, and paper: what makes the tag
     * @param name burnt into the pages
     */
    record Reader(String key, String name) {
        String tag() {
            return Hash.sha256(key).hex().substring(0, NAME_CHARACTERS);
        }
    }

    /** @param ext tells its type */
    record Answer(Buffer bytes, String ext) {}

    /** The manifest with this reader's addresses. Sizes in bytes are 0: they are known when a page is made. */
    Future<Manifest> manifest(String sha256, Reader reader) {
        return run(() -> store.manifest(sha256).map(plain -> new Manifest(plain.v(), plain.sha256(),
                plain.pages().stream().map(page -> new Manifest.Page(page.label(), page.w(), page.h(),
                        page.fit().map(fit -> new Manifest.Picture(marked(fit.file(), reader), fit.w(), fit.h(), 0)),
                        page.thumb(), page.words(), page.failed())).toList(),
                plain.outline(), plain.text(), plain.signed())).orElseThrow(Problem.NOT_FOUND::with));
    }

    /** A file of the paper for this reader; fails with NOT_FOUND for what is not for him, and with BUSY when too many wait. */
    Future<Answer> file(String sha256, String name, Reader reader) {
        return run(() -> {
            Matcher marked = MARKED.matcher(name);
            if (marked.matches()) {
                return marked(sha256, marked, reader);
            }
            Manifest manifest = store.manifest(sha256).orElseThrow(Problem.NOT_FOUND::with);
            boolean open = manifest.text().filter(name::equals).isPresent() || manifest.pages().stream().anyMatch(page -> page.words().filter(name::equals).isPresent()
                    || page.thumb().filter(thumb -> thumb.file().equals(name)).isPresent());
            Path file = Optional.of(name).filter(n -> open).flatMap(n -> store.file(sha256, n)).orElseThrow(Problem.NOT_FOUND::with);
            return new Answer(Buffer.buffer(Files.readAllBytes(file)), extension(name));
        });
    }

    private Answer marked(String sha256, Matcher name, Reader reader) throws IOException {
        String plain = name.group(1) + "." + name.group(3);
        Path picture = Optional.of(plain).filter(n -> name.group(2).equals(reader.tag())).flatMap(n -> store.file(sha256, n))
                .orElseThrow(Problem.NOT_FOUND::with);
        PageEncoder.Coded coded = MarkedPage.of(picture, reader.name() + " · " + WHEN.format(clock.instant()));
        return new Answer(Buffer.buffer(coded.bytes()), coded.ext());
    }

    private static String marked(String plain, Reader reader) {
        int dot = plain.lastIndexOf('.');
        return plain.substring(0, dot) + reader.tag() + plain.substring(dot);
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private <T> Future<T> run(Callable<T> work) {
        if (waiting.incrementAndGet() > WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(Problem.BUSY.with().retryAfter(AGAIN_AFTER_S));
        }
        return workers.executeBlocking(work, false).andThen(done -> waiting.decrementAndGet());
    }
}
