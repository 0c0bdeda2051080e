package vn.nghisu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nghisu.journal.CopiesCheck;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.journal.JournalCheck;
import vn.nghisu.papers.OriginalsCheck;
import vn.nghisu.room.Rooms;

/**
 * Checks, in a data folder whose server is stopped, the hash chain of every meeting, the copies of journals, the stored papers and the files of official papers; names
 * the first of each kind that is bad. With a PDF it checks that instead: its signatures, and the minutes in it against the folder's journal or
 * an exported bundle; with a bundle alone, its chain.
 */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Kiểm tra chuỗi băm của nhật ký, các bản sao nhật ký và tài liệu gốc (máy chủ phải dừng)."
                + " Có tệp PDF thì kiểm tra chữ ký và đối chiếu biên bản với nhật ký."
                + " / Check the journal's hash chain, its copies and the stored papers (the server must be stopped)."
                + " With a PDF, check its signatures and hold the minutes against the journal.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Nghisu.DataFolder data;

    @Parameters(arity = "0..1", paramLabel = "minutes.pdf", description = "Văn bản cần kiểm tra / the paper to check")
    private Path paper;

    @Option(names = "--bundle", paramLabel = "FILE", description = "Bản xuất nhật ký thay cho thư mục dữ liệu / an exported journal in place of the data folder")
    private Path bundle;

    @Option(names = "--trust", paramLabel = "PATH",
            description = "Chứng thư tin cậy, tệp hoặc thư mục (mặc định: trust/ trong thư mục dữ liệu) / trusted certificates (default: trust/ in the data folder)")
    private Path trust;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (paper != null || bundle != null) {
            PaperVerification verification = new PaperVerification(out, data.path, Optional.ofNullable(bundle), trust == null ? data.path.resolve("trust") : trust);
            return verification.run(Optional.ofNullable(paper));
        }
        try (Database database = Database.forReading(data.path); H2Journal journal = new H2Journal(database)) {
            JournalCheck check = JournalCheck.run(journal);
            check.streams().forEach(stream -> out.println((stream.ok() ? "OK   " : "SAI  ") + stream.stream() + "  " + stream.entries()
                    + "  " + stream.head().hash().hex()));
            check.faults().forEach(fault -> out.println("Mục sai đầu tiên / first bad entry: " + fault));
            if (!check.ok()) { // nothing else can be held against it
                out.println("Nhật ký đã bị sửa đổi hoặc hư hỏng. / The journal was altered or is damaged.");
                return Nghisu.FAILED;
            }
            CopiesCheck copies = CopiesCheck.run(journal, Rooms.STREAMS, data.path.resolve("journal"));
            OriginalsCheck papers = OriginalsCheck.run(data.path);
            IssuedFilesCheck official = IssuedFilesCheck.run(journal, data.path);
            out.println("Đã kiểm tra: " + check.entries() + " mục của " + check.streams().size() + " sổ nhật ký, " + copies.copies()
                    + " bản sao nhật ký, " + papers.papers() + " tài liệu gốc, " + official.files() + " tệp văn bản chính thức.");
            out.println("Checked: " + check.entries() + " entries of " + check.streams().size() + " journals, " + copies.copies()
                    + " copies of journals, " + papers.papers() + " stored papers, " + official.files() + " files of official papers.");
            copies.fault().ifPresent(fault -> out.println("Bản sao khác nhật ký / a copy differs from the journal: "
                    + data.path.relativize(fault.file()) + ", mục / entry " + fault.entry()));
            papers.bad().ifPresent(bad -> out.println("Tài liệu đã bị sửa đổi hoặc hư hỏng / a paper was altered or is damaged: "
                    + data.path.relativize(bad)));
            official.bad().ifPresent(bad -> out.println((bad.missing() ? "Thiếu tệp văn bản chính thức / a file of an official paper is missing: "
                    : "Tệp văn bản chính thức đã bị sửa đổi hoặc hư hỏng / a file of an official paper was altered or is damaged: ")
                    + bad.file() + ", " + bad.stream() + ", mục / entry " + bad.entry()));
            boolean intact = copies.fault().isEmpty() && papers.bad().isEmpty() && official.bad().isEmpty();
            out.println(intact ? "Tất cả toàn vẹn. / Everything is intact." : "Nhật ký trong cơ sở dữ liệu toàn vẹn. / The journal in the database is intact.");
            return intact ? 0 : Nghisu.FAILED;
        }
    }
}
