package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.PageDone;

/** Odd papers are not only drawn but drawn right: as Poppler draws them, by another program and other people. */
class LikePopplerTest {
    private static final Set<String> COMPARED = Set.of("rotated by 90", "rotated by 180", "rotated by 270", "a box with negative corners", "a crop box within",
            "a user unit of two", "a broken table of objects", "Type 3", "a form with appearances",
            "a layer that is on", "indexed colours", "a soft mask", "a CMYK photograph", "16 bits", "fax, group 4", "JBIG2", "DeviceN", "a picture in the content", "a shading",
            "a tiling pattern", "blend modes");

    /** A child's bounds for classes and for memory outside its heap, and as much again for code, threads and the collector. */
    private static final int BESIDE_THE_HEAP_MB = 2 * (128 + 64);

    @TempDir
    Path data;

    @Test
    void pages_look_as_poppler_draws_them() throws Exception {
        assumeTrue(Poppler.isHere());
        PaperStore store = PaperStore.open(data, PaperLimits.usual().withFreeShare(0, 0));
        PaperLimits limits = store.limits();
        Map<String, Double> apart = new TreeMap<>();
        BufferedImage last = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        try (ChildJvm child = ChildJvm.start(store)) {
            for (OddPapers.Odd odd : OddPapers.all().stream().filter(odd -> COMPARED.contains(odd.name())).toList()) {
                Path file = Files.write(data.resolve("odd" + apart.size() + ".pdf"), odd.file());
                PageDone page = Intake.body(child.ask(new ChildRequest(ChildRequest.Act.PAGE, file.toString(), 1, Optional.empty(), limits.pages(), limits.imagePixels(), 0),
                        limits.pageTimeMs()), PageDone.class);
                last = ImageIO.read(child.folder().resolve("1.fit." + page.fit().orElseThrow().ext()).toFile());
                apart.put(odd.name(), Likeness.apart(last, ImageIO.read(Poppler.draw(file, 1, child.folder(), limits.pageTimeMs()).orElseThrow().toFile())));
            }
            assertThat(mostKb(child.pid())).as("the child's memory, KB").isLessThan((limits.childHeapMb() + BESIDE_THE_HEAP_MB) * 1024L);
        }
        assertThat(apart).hasSizeGreaterThanOrEqualTo(15).hasSameSizeAs(COMPARED);
        assertThat(apart.entrySet().stream().filter(page -> page.getValue() > Likeness.ALIKE)).as("pages that Poppler draws otherwise").isEmpty();
        BufferedImage white = new BufferedImage(last.getWidth(), last.getHeight(), BufferedImage.TYPE_INT_RGB);
        white.getGraphics().fillRect(0, 0, white.getWidth(), white.getHeight());
        assertThat(Likeness.apart(last, white)).as("a blank page would be noticed").isGreaterThan(Likeness.ALIKE);
    }

    /** The most that a process has had in memory at once; 0 where the system does not tell. */
    private static long mostKb(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum() : 0;
    }
}
