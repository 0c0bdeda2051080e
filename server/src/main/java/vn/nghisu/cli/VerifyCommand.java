package vn.nghisu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.journal.JournalCheck;

/** Checks the hash chain of every meeting in a data folder whose server is stopped, and names the first bad entry of each. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Kiểm tra chuỗi băm của nhật ký (máy chủ phải dừng). / Check the journal's hash chain (the server must be stopped).")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Nghisu.DataFolder data;

    @Override
    public Integer call() {
        try (Database database = Database.forReading(data.path); H2Journal journal = new H2Journal(database)) {
            JournalCheck check = JournalCheck.run(journal);
            check.streams().forEach(stream -> System.out.println((stream.ok() ? "OK   " : "SAI  ") + stream.stream() + "  " + stream.entries()
                    + "  " + stream.head().hash().hex()));
            check.faults().forEach(fault -> System.out.println("Mục sai đầu tiên / first bad entry: " + fault));
            System.out.println(check.ok()
                    ? "Nhật ký toàn vẹn: " + check.entries() + " mục. / The journal is intact."
                    : "Nhật ký đã bị sửa đổi hoặc hư hỏng. / The journal was altered or is damaged.");
            return check.ok() ? 0 : Nghisu.FAILED;
        }
    }
}
