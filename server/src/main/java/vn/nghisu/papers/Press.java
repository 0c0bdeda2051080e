package vn.nghisu.papers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.Contents;
import vn.nghisu.papers.child.PageDone;

/** Makes the pages of one paper: page after page in a child, with a new child after each that has died. */
final class Press {
    private static final Logger LOG = LoggerFactory.getLogger(Press.class);
    private static final Set<String> PICTURE_KINDS = Set.of("webp", "png", "jpg");
    private static final int MOST_SIDE_PX = 16_384;
    private static final int BLANK_SIDE = 1;

    private final PaperStore store;
    private final PaperLimits limits;
    private final String sha256;
    private final Path original;
    private final PaperProgress listener;
    private final TreeMap<Integer, Manifest.Page> done = new TreeMap<>();
    private Optional<ChildJvm> child = Optional.empty();
    private int deaths;

    /** One line of the progress file. */
    record Line(int number, Manifest.Page page) {}

    Press(PaperStore store, String sha256, Path original, PaperProgress listener) {
        this.store = store;
        this.limits = store.limits();
        this.sha256 = sha256;
        this.original = original;
        this.listener = listener;
    }

    /** @throws ChildFailure when not even labels and outline can be read */
    Manifest print() throws IOException, ChildFailure, InterruptedException {
        long end = System.nanoTime() + limits.paperTimeMs() * 1_000_000L;
        try (BufferedWriter progress = Files.newBufferedWriter(
                store.progressFile(sha256), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Contents contents = contents();
            int total = contents.labels().size();
            recall(total);
            listener.pages(sha256, done.size(), total);
            for (int number = 1; number <= total; number++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (!done.containsKey(number)) {
                    boolean goOn = deaths < limits.childDeaths() && System.nanoTime() < end;
                    Manifest.Page page = goOn ? page(number) : failed(number, PageFailure.GIVEN_UP);
                    done.put(number, page);
                    progress.write(new String(PaperJson.write(new Line(number, page)), StandardCharsets.UTF_8));
                    progress.write('\n');
                    progress.flush();
                    listener.pages(sha256, done.size(), total);
                }
            }
            return manifest(contents);
        } finally {
            child.ifPresent(ChildJvm::close);
        }
    }

    private Manifest manifest(Contents contents) throws IOException {
        List<Manifest.Page> pages = done.entrySet().stream()
                .map(entry -> labelled(entry.getValue(), contents.labels().get(entry.getKey() - 1)))
                .toList();
        return new Manifest(Manifest.VERSION, sha256, pages, contents.outline(), text(pages), store.report(sha256).filter(Preflight::isSigned).flatMap(Preflight::signedBy));
    }

    private Optional<String> text(List<Manifest.Page> pages) throws IOException {
        List<PaperText.Page> found = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Optional<Path> words = pages.get(i).words().flatMap(name -> store.file(sha256, name));
            if (words.isPresent()) {
                String text = PaperJson.read(Files.readAllBytes(words.get()), Words.class).text();
                found.add(new PaperText.Page(i + 1, text, TextFold.fold(text)));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(store.keepText(sha256, new PaperText(PaperText.VERSION, found)));
    }

    private static Manifest.Page labelled(Manifest.Page page, String label) {
        return new Manifest.Page(label, page.w(), page.h(), page.fit(), page.thumb(), page.words(), page.failed());
    }

    private Contents contents() throws ChildFailure, IOException {
        ChildReply reply = child().ask(request(ChildRequest.Act.CONTENTS, 0, Optional.empty()), limits.checkTimeMs());
        return Intake.body(reply, Contents.class);
    }

    private Manifest.Page page(int number) throws IOException, InterruptedException {
        PageFailure why;
        Optional<PageDone> weak = Optional.empty();
        try {
            ChildReply reply = askTwice(request(ChildRequest.Act.PAGE, number, Optional.empty()));
            if (reply.body().isPresent()) {
                PageDone page = Intake.body(reply, PageDone.class);
                if (page.trouble().isEmpty()) {
                    return keep(number, page, child().folder());
                }
                weak = Optional.of(page);
            }
            why = weak.flatMap(PageDone::trouble).filter("picture"::equals).isPresent() ? PageFailure.PICTURE : PageFailure.DAMAGED;
        } catch (ChildFailure e) {
            why = failure(e);
            bury(e);
        }
        boolean maySeeNothing = weak.flatMap(PageDone::trouble).filter("blank"::equals).isPresent();
        Optional<Manifest.Page> second = secondOpinion(number, maySeeNothing);
        if (second.isPresent()) {
            return second.get();
        }
        // a blank page that nobody draws otherwise is a blank page
        return weak.isPresent() ? keepWeak(number, weak.get(), why) : failed(number, why);
    }

    /** A child may have been ended from outside (Ctrl-C reaches it too), so a crash counts only when it comes again. */
    private ChildReply askTwice(ChildRequest request) throws ChildFailure, IOException, InterruptedException {
        try {
            return child().ask(request, limits.pageTimeMs());
        } catch (ChildFailure e) {
            if (e.kind() != ChildFailure.Kind.CRASH) {
                throw e;
            }
            bury(e);
            return child().ask(request, limits.pageTimeMs());
        }
    }

    /** A child that can't write says that the page is damaged; what fails while the disk is full says nothing of a page. */
    private void checkDisk() throws IOException {
        if (store.disk(0).isPresent()) {
            throw new IOException("the disk is full");
        }
    }

    private Manifest.Page keepWeak(int number, PageDone page, PageFailure why) throws IOException {
        if (page.fit().isPresent()) {
            return keep(number, page, child.orElseThrow().folder());
        }
        checkDisk();
        Optional<String> words = page.words() ? keepWords(number, child.orElseThrow().folder()) : Optional.empty();
        return new Manifest.Page("", side(page.w()), side(page.h()), Optional.empty(), Optional.empty(), words, Optional.of(why));
    }

    /**
     * Poppler draws; a child turns its picture into ours and reads the words once more.
     *
     * @param maySeeNothing the first opinion saw nothing either; else nothing is what Poppler shows of a picture that it can't decode
     */
    private Optional<Manifest.Page> secondOpinion(int number, boolean maySeeNothing) throws IOException, InterruptedException {
        if (!Poppler.isHere() || deaths >= limits.childDeaths()) {
            return Optional.empty();
        }
        try {
            Path folder = child().folder();
            Optional<Path> raster = Poppler.draw(original, number, folder, limits.pageTimeMs());
            if (raster.isEmpty()) {
                return Optional.empty();
            }
            ChildReply reply = child().ask(request(ChildRequest.Act.PAGE, number, raster.map(Path::toString)), limits.pageTimeMs());
            if (reply.body().isEmpty()) {
                return Optional.empty();
            }
            PageDone page = Intake.body(reply, PageDone.class);
            boolean shows = page.fit().isPresent() && (page.trouble().isEmpty() || maySeeNothing);
            return shows ? Optional.of(keep(number, page, folder)) : Optional.empty();
        } catch (ChildFailure e) {
            bury(e);
            return Optional.empty();
        }
    }

    private Manifest.Page keep(int number, PageDone page, Path folder) throws IOException {
        return new Manifest.Page(
                "",
                side(page.w()),
                side(page.h()),
                Optional.of(keepPicture(folder, number + ".fit", page.fit().orElseThrow(() -> new IOException("no picture")))),
                Optional.of(keepPicture(folder, number + ".thumb", page.thumb().orElseThrow(() -> new IOException("no thumb")))),
                page.words() ? keepWords(number, folder) : Optional.empty(),
                Optional.empty());
    }

    /** What a child says is checked: it may be talking for the PDF. */
    private Manifest.Picture keepPicture(Path folder, String stem, PageDone.Drawn drawn) throws IOException {
        if (!PICTURE_KINDS.contains(drawn.ext()) || drawn.w() < 1 || drawn.h() < 1 || drawn.w() > MOST_SIDE_PX || drawn.h() > MOST_SIDE_PX) {
            throw new IOException("a picture of impossible kind or size");
        }
        Path made = folder.resolve(stem + "." + drawn.ext());
        long bytes = Files.size(made);
        return new Manifest.Picture(store.keepPageFile(sha256, made, drawn.ext()), drawn.w(), drawn.h(), bytes);
    }

    private Optional<String> keepWords(int number, Path folder) throws IOException {
        return Optional.of(store.keepPageFile(sha256, folder.resolve(number + ".words"), "json"));
    }

    private Manifest.Page failed(int number, PageFailure why) throws IOException {
        checkDisk();
        Preflight.PageSize size = store.report(sha256)
                .filter(report -> report.sizes().size() >= number)
                .map(report -> report.sizes().get(number - 1))
                .orElse(new Preflight.PageSize(BLANK_SIDE, BLANK_SIDE));
        return new Manifest.Page("", size.w(), size.h(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(why));
    }

    /** Pages an earlier run has made, if their files are still what they were. */
    private void recall(int total) throws IOException {
        for (String text : Files.readAllLines(store.progressFile(sha256), StandardCharsets.UTF_8)) {
            try {
                Line line = PaperJson.read(text.getBytes(StandardCharsets.UTF_8), Line.class);
                if (line.number() >= 1 && line.number() <= total && isWhole(line.page())) {
                    done.put(line.number(), line.page());
                }
            } catch (IOException e) {
                // a line that was cut off by the end of the process
            }
        }
    }

    private boolean isWhole(Manifest.Page page) throws IOException {
        for (Optional<String> name : List.of(
                page.fit().map(Manifest.Picture::file), page.thumb().map(Manifest.Picture::file), page.words())) {
            if (name.isPresent()) {
                Optional<Path> file = store.file(sha256, name.get());
                if (file.isEmpty() || !Sha256.of(file.get()).startsWith(name.get().substring(0, 32))) {
                    return false;
                }
            }
        }
        return true;
    }

    private ChildJvm child() throws IOException {
        if (child.isEmpty()) {
            child = Optional.of(ChildJvm.start(store));
        }
        return child.get();
    }

    private void bury(ChildFailure e) throws InterruptedException {
        child.ifPresent(ChildJvm::close);
        child = Optional.empty();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        deaths++;
        LOG.info("a child at work on paper {} ended: {}", sha256, e.kind());
    }

    private ChildRequest request(ChildRequest.Act act, int page, Optional<String> raster) {
        return new ChildRequest(act, original.toString(), page, raster, limits.pages(), limits.imagePixels(), 0);
    }

    private static PageFailure failure(ChildFailure e) {
        return Map.of(
                        ChildFailure.Kind.TIMEOUT, PageFailure.TIMEOUT,
                        ChildFailure.Kind.MEMORY, PageFailure.MEMORY,
                        ChildFailure.Kind.CRASH, PageFailure.CRASH)
                .get(e.kind());
    }

    private static int side(int tenths) {
        return Math.max(BLANK_SIDE, tenths);
    }
}
