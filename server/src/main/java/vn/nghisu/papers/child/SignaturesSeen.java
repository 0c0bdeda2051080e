package vn.nghisu.papers.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.nghisu.signing.Anchors;
import vn.nghisu.signing.Carried;
import vn.nghisu.signing.Inspection;
import vn.nghisu.signing.Report;
import vn.nghisu.signing.Sentence;

/**
 * A child's answer on the signatures of a file.
 *
 * @param attachment the attached file that was asked for
 * @param hashes the SHA-256 values printed on its pages, as hexadecimal
 * @param states of the file, as {@link Inspection#states}; none where no attached file was asked for
 * @param trust what the trusted certificates are
 */
public record SignaturesSeen(List<Seen> signatures, List<Sentence> general, Optional<byte[]> attachment, String hashes, List<String> states, Declared trust) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int HASHES = 1_000;

    /** @param any whether somebody declared whom to trust @param faults of the files that do */
    public record Declared(boolean any, List<Sentence> faults) {}

    /** One signature, as {@link Report.Found}. @param saidAt ms since 1970 */
    public record Seen(String field, String signer, String serial, Optional<Long> saidAt, Optional<Long> stampedAt, boolean holds, Report.Trust trust, String level, List<Sentence> faults,
            List<Sentence> remarks) {
        static Seen of(Report.Found found) {
            return new Seen(found.field(), found.signer(), found.serial(), found.saidAt().map(Instant::toEpochMilli), found.stampedAt().map(Instant::toEpochMilli), found.holds(), found.trust(),
                    found.level(), found.faults(), found.remarks());
        }

        Report.Found found() {
            return new Report.Found(field, signer, serial, saidAt.map(Instant::ofEpochMilli), stampedAt.map(Instant::ofEpochMilli), holds, trust, level, faults, remarks);
        }
    }

    /** The same as where files are looked at in this process. */
    public Report report() {
        return new Report(signatures.stream().map(Seen::found).toList(), general);
    }

    /** @param trust certificates that are trusted @param attached name of an attached file to read */
    static SignaturesSeen in(Path file, Path trust, String attached) throws IOException {
        byte[] pdf = Files.readAllBytes(file);
        Anchors anchors = Anchors.read(trust);
        Report report = Inspection.of(pdf, anchors);
        Carried carried = Carried.by(pdf, attached);
        String words = carried.text().replaceAll("\\s", "");
        String hashes = HASH.matcher(words).results().map(MatchResult::group).limit(HASHES).collect(Collectors.joining(" "));
        return new SignaturesSeen(report.signatures().stream().map(Seen::of).toList(), report.general(), carried.attachment(), hashes,
                attached.isEmpty() ? List.of() : Inspection.states(pdf), new Declared(anchors.areDeclared(), anchors.faults()));
    }
}
