package vn.nghisu.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Text on its way to a browser, made smaller (RFC 1952). */
public final class Gzip {
    private Gzip() {}

    public static byte[] of(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** Whether a client takes it. @param accepted its Accept-Encoding, may be null (RFC 9110, 12.5.3) */
    public static boolean isTakenBy(String accepted) {
        return accepted != null && accepted.contains("gzip") && !accepted.replace(" ", "").contains("gzip;q=0");
    }
}
