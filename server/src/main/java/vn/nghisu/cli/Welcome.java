package vn.nghisu.cli;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.cli.demo.Demo;

/** What the server says when it is ready: its address, a QR code of it for tablets, and how to sign in. */
final class Welcome {
    private Welcome() {}

    /**
     * Where the server is.
     *
     * @param address of the server, without a last slash
     * @param trust for a room authority
     */
    record Places(String address, Optional<Trust> trust) {}

    /** Where devices learn to trust the room, and by what they know it. */
    record Trust(String page, String fingerprint) {}

    /** @param demoInMaking whether tomorrow's meeting of the demo comes only after the server has said that it is ready */
    static void print(PrintStream out, Places places, Optional<String> setUpToken, Installation installation, boolean demoInMaking) {
        String address = places.address();
        out.println();
        out.println("Nghị Sự đang chạy / is running: " + address);
        out.println("  Bàn điều khiển / console:  " + address + "/web/");
        out.println("  Máy tính bảng / tablets:   " + address + "/tablet/");
        places.trust().ifPresent(trust -> {
            out.println("  Trang tin cậy / trust:     " + trust.page());
            out.println("  Vân tay / fingerprint:     " + trust.fingerprint());
            out.println();
            out.println("Thiết bị mới mở trang tin cậy trước (mã QR), so vân tay, làm theo các bước.");
            out.println("A new device first opens the trust page (QR code), compares the fingerprint and follows the steps.");
        });
        out.println();
        boolean here = isOnThisMachineOnly(address);
        out.println(here
                ? "Máy tính bảng chưa vào được địa chỉ này; chạy với --host 0.0.0.0 để mở ra mạng.\n"
                        + "Tablets can't reach this address; start with --host 0.0.0.0 to open it to the network.\n"
                : qr(places.trust().map(Trust::page).orElse(address + "/tablet/")));
        if (setUpToken.isPresent()) {
            out.println("Mở / open: " + address + "/web/");
            out.println("Mã thiết lập / set-up token: " + setUpToken.get());
        } else if (installation.accounts().directory().body(Demo.BODY).isPresent()) {
            out.println("Phiên họp mẫu, mật khẩu chung / demo meeting, everybody's password: " + Demo.PASSWORD);
            out.println("  chutri         chủ trì / chair");
            out.println("  thuky          thư ký / secretary");
            out.println("  tv01 … tv25    thành viên / members");
            out.println("  khach1 … khach3  khách mời / guests");
            out.println("  quantri        quản trị hệ thống / administrator");
            if (demoInMaking) {
                out.println("Phiên họp ngày mai và tài liệu đang được chuẩn bị, cần thêm một vài phút.");
                out.println("Tomorrow's meeting and its papers are still being prepared; that takes another minute or two.");
            }
        }
        if (!here && address.startsWith("http://")) {
            out.println();
            out.println("Lưu ý: kết nối chưa mã hóa, chỉ dùng thử; chạy lại với --tls để mã hóa và dùng được ngoại tuyến.");
            out.println("Note: this connection is not encrypted, for a trial only; start with --tls for encryption and offline reading.");
        }
        out.flush();
    }

    static boolean isOnThisMachineOnly(String address) {
        return address.matches("https?://(127\\.\\d+\\.\\d+\\.\\d+|localhost)(:.*)?");
    }

    /** Two modules a character, so that the code is square in a terminal. */
    static String qr(String text) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            StringBuilder lines = new StringBuilder();
            for (int y = 0; y < code.getHeight(); y += 2) {
                lines.append("  ");
                for (int x = 0; x < code.getWidth(); x++) {
                    boolean upper = code.get(x, y);
                    boolean lower = y + 1 < code.getHeight() && code.get(x, y + 1);
                    lines.append(upper ? lower ? ' ' : '▄' : lower ? '▀' : '█');
                }
                lines.append('\n');
            }
            return lines.toString();
        } catch (WriterException e) {
            return "";
        }
    }
}
