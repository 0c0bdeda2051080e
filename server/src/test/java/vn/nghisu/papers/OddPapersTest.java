package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.Contents;
import vn.nghisu.papers.child.PageDone;

/**
 * Each odd file ends as a paper that shows what it should, as a refusal by name, or with its bad pages named; nothing dies of it. What
 * is expected to go well goes through one child, one file after the other, as that takes a tenth of the time; the rest goes the whole way.
 */
class OddPapersTest {
    @TempDir
    Path data;

    private PaperStore store;
    private Optional<ChildJvm> shared = Optional.empty();

    @Test
    void every_odd_file_ends_as_it_should() throws Exception {
        store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0).within(20_000, 5_000, 10_000));
        List<OddPapers.Odd> corpus = OddPapers.all();
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(60);
        assertThat(corpus).extracting(OddPapers.Odd::name).doesNotHaveDuplicates();
        List<OddPapers.Odd> wholeWay = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (OddPapers.Odd odd : corpus) {
            Optional<String> fault = goesWell(odd) ? quickly(odd) : Optional.of(WHOLE_WAY);
            if (fault.filter(WHOLE_WAY::equals).isPresent()) {
                wholeWay.add(odd);
            } else {
                fault.ifPresent(faults::add);
            }
        }
        shared.ifPresent(ChildJvm::close);
        assertThat(wholeWay).as("go the whole way").hasSizeLessThan(30);
        try (PaperWorks works = new PaperWorks(store, 1); Intake intake = new Intake(store, Optional::empty)) {
            for (OddPapers.Odd odd : wholeWay) {
                fault(store, intake, works, odd).ifPresent(faults::add);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(data.resolve("papers/quarantine")).isEmptyDirectory();
        assertThat(data.resolve("papers/work")).isEmptyDirectory();
    }

    private static boolean goesWell(OddPapers.Odd odd) {
        return odd.refusals().isEmpty() && odd.failed().isEmpty();
    }

    private static final String WHOLE_WAY = "";

    /** Empty when it went well; {@link #WHOLE_WAY} when another program has to have a look. */
    private Optional<String> quickly(OddPapers.Odd odd) throws IOException {
        Path file = Files.write(data.resolve("odd.pdf." + Integer.toHexString(odd.name().hashCode())), odd.file());
        try {
            if (Recognition.of(file).refusal().isPresent()) {
                return Optional.of(odd + ": not recognised");
            }
            if (shared.isEmpty()) {
                shared = Optional.of(ChildJvm.start(store));
            }
            ChildReply checked = ask(ChildRequest.Act.CHECK, file, 0);
            if (checked.refused().isPresent()) {
                return Optional.of(odd + ": refused as " + checked.refused().get());
            }
            if (Intake.body(checked, Preflight.class).pages() != odd.pages()) {
                return Optional.of(odd + ": " + Intake.body(checked, Preflight.class).pages() + " pages");
            }
            ask(ChildRequest.Act.FIRST_PAGE, file, 0);
            if (Intake.body(ask(ChildRequest.Act.CONTENTS, file, 0), Contents.class).labels().size() != odd.pages()) {
                return Optional.of(odd + ": labels");
            }
            for (int number = 1; number <= odd.pages(); number++) {
                ChildReply reply = ask(ChildRequest.Act.PAGE, file, number);
                Optional<PageDone> page = reply.body().isPresent() ? Optional.of(Intake.body(reply, PageDone.class)) : Optional.empty();
                if (page.flatMap(PageDone::fit).isEmpty() || page.get().trouble().isPresent()) {
                    return Optional.of(WHOLE_WAY);
                }
                boolean blank = isBlank(shared.get().folder().resolve(number + ".fit." + page.get().fit().get().ext()));
                if (blank != odd.blank().contains(number)) {
                    return Optional.of(odd + ": page " + number + " is " + (blank ? "" : "not ") + "blank");
                }
            }
            return Optional.empty();
        } catch (ChildFailure e) {
            shared.ifPresent(ChildJvm::close);
            shared = Optional.empty();
            return Optional.of(odd + ": its child ended: " + e.kind());
        } finally {
            Files.delete(file);
        }
    }

    private ChildReply ask(ChildRequest.Act act, Path file, int page) throws ChildFailure {
        PaperLimits limits = store.limits();
        return shared.orElseThrow().ask(
                new ChildRequest(act, file.toString(), page, Optional.empty(), limits.pages(), limits.imagePixels(), 0), limits.checkTimeMs());
    }

    private static Optional<String> fault(PaperStore store, Intake intake, PaperWorks works, OddPapers.Odd odd) {
        try {
            Path upload = Files.write(store.quarantine(), odd.file());
            IntakeOutcome outcome = intake.accept(upload).toCompletableFuture().join();
            if (outcome instanceof PaperRefusal refusal) {
                return odd.refusals().contains(refusal.code()) ? Optional.empty() : Optional.of(odd + ": refused as " + refusal.code());
            }
            Accepted accepted = (Accepted) outcome;
            if (!odd.refusals().isEmpty()) {
                return Optional.of(odd + ": taken");
            }
            Manifest manifest = works.prepare(accepted.sha256(), (name, done, total) -> {}).toCompletableFuture().join();
            return manifestFault(store, manifest, odd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            return Optional.of(odd + ": " + e);
        }
    }

    private static Optional<String> manifestFault(PaperStore store, Manifest manifest, OddPapers.Odd odd) throws IOException {
        if (manifest.pages().size() != odd.pages()) {
            return Optional.of(odd + ": " + manifest.pages().size() + " pages");
        }
        for (int number = 1; number <= odd.pages(); number++) {
            Manifest.Page page = manifest.pages().get(number - 1);
            if (page.failed().isPresent() != odd.failed().contains(number)) {
                return Optional.of(odd + ": page " + number + " " + page.failed());
            }
            if (page.failed().isEmpty() && isBlank(store, manifest, page) != odd.blank().contains(number)) {
                return Optional.of(odd + ": page " + number + " is " + (odd.blank().contains(number) ? "not " : "") + "blank");
            }
        }
        return Optional.empty();
    }

    private static boolean isBlank(PaperStore store, Manifest manifest, Manifest.Page page) throws IOException {
        return isBlank(store.file(manifest.sha256(), page.fit().orElseThrow().file()).orElseThrow());
    }

    private static boolean isBlank(Path file) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).allMatch(pixel -> pixel == pixels[0]);
    }
}
