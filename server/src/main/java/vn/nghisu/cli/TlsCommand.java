package vn.nghisu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.tls.ServerNames;

/** Makes the room's authority, or shows the one there is and gives it further names. A running server needs no stop for names. */
@Command(name = "tls", mixinStandardHelpOptions = true,
        description = "Tạo chứng thư gốc của phòng họp để mã hóa kết nối, hoặc xem chứng thư đã có."
                + " / Make the room's own certificate authority for encryption, or show the one there is.")
final class TlsCommand implements Callable<Integer> {
    @Mixin
    private Nghisu.DataFolder data;

    @Option(names = "--name", paramLabel = "NAME", description = "Thêm tên hoặc địa chỉ mà thiết bị dùng / a further name or address that devices use; may be repeated")
    private List<String> names = List.of();

    @Option(names = "--new-root", description = "Thay chứng thư gốc; mọi thiết bị phải tin cậy lại. / Replace the root; all devices have to trust anew.")
    private boolean newRoot;

    @Option(names = "--root-out", paramLabel = "FILE", description = "Chép chứng thư gốc (không có khóa) ra tệp PEM / copy the root, without its key, to a PEM file")
    private Optional<Path> rootOut = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        ServerNames here = ServerNames.ofThisMachine();
        boolean makes = newRoot || !RoomAuthority.isIn(data.path);
        RoomAuthority authority;
        if (makes) {
            authority = RoomAuthority.make(data.path, ServerNames.of(names), here, now);
        } else {
            authority = RoomAuthority.open(data.path, here, now);
            authority.keep(names);
            authority.renewed(now, here);
        }
        out.println(makes ? "Đã tạo chứng thư gốc của phòng họp. / The room's root certificate was made." : "Chứng thư gốc của phòng họp / the room's root certificate:");
        out.println("  Tên / name:        " + authority.name());
        out.println("  Vân tay / SHA-256: " + authority.fingerprint());
        out.println("  Hết hạn / until:   " + LocalDate.ofInstant(authority.until(), VietnamTime.ZONE));
        out.println("Chứng thư của máy chủ / the server's certificate:");
        out.println("  Tên / names:       " + authority.identity().names().spoken());
        out.println("  Hết hạn / until:   " + LocalDate.ofInstant(authority.identity().until(), VietnamTime.ZONE) + " (tự gia hạn / renews by itself)");
        ServerNames leftOut = authority.leftOut(here);
        if (!leftOut.isEmpty()) {
            out.println("Chứng thư gốc không cho phép / the root does not permit: " + leftOut.spoken() + " (--new-root)");
        }
        if (rootOut.isPresent()) {
            copyRoot(authority, rootOut.get());
            out.println("Đã chép chứng thư gốc ra / the root was copied to: " + rootOut.get());
        }
        sayWhatNext(out, makes);
        return 0;
    }

    private static void copyRoot(RoomAuthority authority, Path to) {
        try {
            Files.writeString(to, authority.rootPem());
        } catch (IOException e) {
            throw new Nghisu.Said("Không ghi được chứng thư gốc ra " + to + "; hãy kiểm tra đường dẫn và quyền ghi."
                    + System.lineSeparator() + "The root can't be written to " + to + "; check its path and permissions.");
        }
    }

    private void sayWhatNext(PrintWriter out, boolean made) {
        Path folder = data.path.resolve(RoomAuthority.FOLDER);
        out.println();
        out.println("Việc tiếp theo:");
        out.println("  1. Giữ kín và sao lưu thư mục " + folder + ": ai có root.key đều giả được máy chủ này.");
        out.println("  2. " + (made ? "Khởi động (lại) máy chủ" : "Chạy máy chủ") + "; máy chủ in địa chỉ trang tin cậy và mã QR.");
        out.println("  3. Trên mỗi thiết bị, mở trang tin cậy, so vân tay và làm theo các bước.");
        out.println("What to do next:");
        out.println("  1. Keep the folder " + folder + " secret and back it up: whoever has root.key can pretend to be this server.");
        out.println("  2. " + (made ? "(Re)start the server" : "Run the server") + "; it prints the address of the trust page and a QR code.");
        out.println("  3. On each device open the trust page, compare the fingerprint and follow the steps.");
        out.flush();
    }
}
