package vn.nghisu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.journal.JournalCheck;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.journal.StreamCheck;
import vn.nghisu.minutes.MinutesRecord;
import vn.nghisu.room.MinutesCheck;
import vn.nghisu.signing.Anchors;
import vn.nghisu.signing.Carried;
import vn.nghisu.signing.Inspection;
import vn.nghisu.signing.Report;
import vn.nghisu.signing.Sentence;
import vn.nghisu.signing.SigningRefused;

/** Tells in words what a PDF's signatures are worth and whether the minutes in it are those of the journal. Asks no network. */
final class PaperVerification {
    private final PrintWriter out;
    private final Path folder;
    private final Optional<Path> bundle;
    private final Path trust;
    private boolean good = true;
    private boolean vouched = true;

    PaperVerification(PrintWriter out, Path folder, Optional<Path> bundle, Path trust) {
        this.out = out;
        this.folder = folder;
        this.bundle = bundle;
        this.trust = trust;
    }

    /**
     * Says what it finds, and at last one of three things, as the check page does: all holds and somebody vouches for it, nothing is wrong and nothing
     * vouches for it, or something is wrong.
     *
     * @param paper where absent, the bundle alone is checked
     * @return the code to end with
     */
    int run(Optional<Path> paper) throws IOException {
        try {
            if (bundle.isPresent()) {
                bundle(paper);
            } else {
                folder(paper.orElseThrow());
            }
        } catch (SigningRefused e) {
            bad(e.sentence());
        }
        if (!good) {
            say(new Sentence("Có chỗ không đúng.", "Something is wrong."));
            return Nghisu.FAILED;
        }
        if (!vouched) {
            say(new Sentence("Không thấy chỗ nào sai, nhưng không ai bảo đảm cho văn bản này: văn bản chưa ký, hoặc chưa rõ chứng thư do cơ quan tin cậy nào cấp.",
                    "Nothing wrong was found, but nothing vouches for this paper: it is not signed, or no trusted authority is known to vouch for its certificates."));
            return Nghisu.UNVOUCHED;
        }
        say(new Sentence("Tất cả toàn vẹn.", "Everything is intact."));
        return 0;
    }

    private void bundle(Optional<Path> paper) throws IOException {
        readable(bundle.get());
        StreamCheck check = JournalExport.check(bundle.get());
        if (check.entries() == 0 && check.ok()) {
            bad(new Sentence("Tệp sổ nhật ký rỗng.", "The file of the journal is empty."));
            return;
        }
        tell(check);
        if (paper.isPresent() && check.ok()) {
            try (JournalExport.Lines lines = JournalExport.open(bundle.get())) {
                Iterable<Entry> entries = () -> lines;
                paper(paper.get(), Optional.of(check.stream()), stream -> stream.equals(check.stream()) ? Optional.of(entries) : Optional.empty());
            }
        }
    }

    private void folder(Path paper) throws IOException {
        if (!Files.exists(Database.databaseFile(folder.toAbsolutePath()))) {
            paper(paper, Optional.empty(), stream -> Optional.empty());
            return;
        }
        try (Database database = Database.forReading(folder); H2Journal journal = new H2Journal(database)) {
            paper(paper, Optional.empty(), stream -> {
                if (!journal.streams().contains(stream)) {
                    return Optional.empty();
                }
                StreamCheck check = JournalCheck.stream(journal, stream);
                tell(check);
                return check.ok() ? Optional.of(journal.all(stream, 0)) : Optional.empty();
            });
        }
    }

    private void tell(StreamCheck check) {
        out.println((check.ok() ? "OK   " : "SAI  ") + check.stream() + "  " + check.entries() + "  " + check.head().hash().hex());
        check.fault().ifPresent(fault -> bad(new Sentence("Mục sai đầu tiên của sổ nhật ký: " + fault, "First bad entry of the journal: " + fault)));
    }

    /** @param only where the whole of one journal is at hand: also a paper without a record is looked for in it */
    private void paper(Path paper, Optional<String> only, Function<String, Optional<Iterable<Entry>>> journals) throws IOException {
        readable(paper);
        byte[] pdf = Files.readAllBytes(paper);
        Anchors anchors = Anchors.read(trust);
        anchors.faults().forEach(this::say);
        Report report = Inspection.of(pdf, anchors);
        if (report.signatures().isEmpty() && report.general().isEmpty()) {
            say(new Sentence("Văn bản chưa có chữ ký: không gì bảo đảm chữ trên trang.", "The paper is not signed: nothing vouches for the words on its pages."));
        }
        vouched = !report.signatures().isEmpty() && report.trusted();
        report.signatures().forEach(this::signature);
        report.general().forEach(this::bad);
        if (anchors.areDeclared()) {
            report.unvouched().forEach(this::bad);
        }
        Carried carried = Carried.by(pdf, MinutesRecord.FILE);
        MinutesCheck.Given given = new MinutesCheck.Given(carried.attachment(), carried.text(), Inspection.states(pdf), !report.signatures().isEmpty(), report.trusted());
        MinutesCheck check = only.filter(stream -> carried.attachment().isEmpty())
                .flatMap(stream -> journals.apply(stream).flatMap(entries -> MinutesCheck.ofFile(given, stream, entries)))
                .orElseGet(() -> MinutesCheck.of(given, journals));
        check.head().ifPresent(head -> out.println("Biên bản lập từ mục / minutes made of entry " + head.seq() + ", " + head.stream() + ", " + head.hash().hex()));
        check.faults().forEach(this::bad);
        check.remarks().forEach(this::say);
        check.told().forEach(this::say);
        if (check.head().isPresent() && check.faults().isEmpty() && check.remarks().isEmpty()) {
            say(new Sentence("Dữ liệu trong biên bản đúng với sổ nhật ký.", "The record in the minutes is what the journal says."));
        }
    }

    private void signature(Report.Found found) {
        String when = found.stampedAt().map(at -> at + " (dấu thời gian / time-stamp)").orElseGet(() -> found.saidAt().map(Object::toString).orElse("?"));
        out.println((found.holds() ? "OK   " : "SAI  ") + found.signer() + "  " + when + "  " + found.level() + "  " + found.trust());
        found.faults().forEach(this::bad);
        found.remarks().forEach(this::say);
    }

    private static void readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new Nghisu.Said("Không đọc được tệp " + file + ". / The file " + file + " can't be read.");
        }
    }

    private void bad(Sentence sentence) {
        good = false;
        say(sentence);
    }

    private void say(Sentence sentence) {
        out.println("     " + sentence);
    }
}
