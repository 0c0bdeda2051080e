package vn.nghisu.web.https;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import vn.nghisu.tls.RoomAuthority;

/**
 * A configuration profile that brings the root to iPadOS and macOS (Apple, Configuration Profile Reference: payload
 * {@code com.apple.security.root}). Unsigned, so that the device calls it that; the holder still has to switch on full trust.
 */
final class AppleProfile {
    private static final int LINE = 64;
    private static final int ID_DIGITS = 16;

    private AppleProfile() {}

    static String of(RoomAuthority authority) {
        String root = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(authority.rootDer());
        // the same root is the same profile, so that installing it again replaces it
        String print = authority.fingerprint();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0"><dict>
                <key>PayloadType</key><string>Configuration</string>
                <key>PayloadVersion</key><integer>1</integer>
                <key>PayloadIdentifier</key><string>vn.nghisu.trust.%1$s</string>
                <key>PayloadUUID</key><string>%2$s</string>
                <key>PayloadDisplayName</key><string>%3$s</string>
                <key>PayloadDescription</key><string>Chứng thư gốc của phòng họp không giấy. / The root certificate of a paperless meeting room.</string>
                <key>PayloadContent</key><array><dict>
                <key>PayloadType</key><string>com.apple.security.root</string>
                <key>PayloadVersion</key><integer>1</integer>
                <key>PayloadIdentifier</key><string>vn.nghisu.trust.%1$s.root</string>
                <key>PayloadUUID</key><string>%4$s</string>
                <key>PayloadDisplayName</key><string>%3$s</string>
                <key>PayloadCertificateFileName</key><string>nghi-su.crt</string>
                <key>PayloadContent</key><data>
                %5$s
                </data>
                </dict></array>
                </dict></plist>
                """.formatted(id(print), uuid("profile " + print), escaped(authority.name()), uuid("root " + print), root);
    }

    private static String id(String print) {
        return print.replace(":", "").substring(0, ID_DIGITS).toLowerCase(Locale.ROOT);
    }

    private static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString().toUpperCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
