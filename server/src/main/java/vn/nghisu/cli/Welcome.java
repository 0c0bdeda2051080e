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

    static void print(PrintStream out, String address, Optional<String> setUpToken, Installation installation) {
        out.println();
        out.println("Nghị Sự đang chạy / is running: " + address);
        out.println("  Bàn điều khiển / console:  " + address + "/web/");
        out.println("  Máy tính bảng / tablets:   " + address + "/tablet/");
        out.println();
        boolean here = isOnThisMachineOnly(address);
        out.println(here
                ? "Máy tính bảng chưa vào được địa chỉ này; chạy với --host 0.0.0.0 để mở ra mạng.\n"
                        + "Tablets can't reach this address; start with --host 0.0.0.0 to open it to the network.\n"
                : qr(address + "/tablet/"));
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
        }
        if (!here) {
            out.println();
            out.println("Lưu ý: kết nối chưa mã hóa, chỉ dùng thử. / Note: this connection is not encrypted; for a trial only.");
        }
        out.flush();
    }

    static boolean isOnThisMachineOnly(String address) {
        return address.startsWith("http://127.") || address.startsWith("http://localhost:");
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
