package vn.nghisu.minutes.layout;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A QR code as modules, so that whoever shows it needs no encoder.
 *
 * @param text what the camera reads
 * @param rows one string a row, one character a module: {@code 1} is dark; without the quiet zone, which is {@value #QUIET_MODULES} modules wide
 */
public record QrCode(String text, List<String> rows) {
    public static final int QUIET_MODULES = 4;

    /** @throws IllegalArgumentException when the text is empty or longer than a code can hold (about 2,000 characters) */
    public static QrCode of(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION,
                            ErrorCorrectionLevel.M, EncodeHintType.CHARACTER_SET, "UTF-8"));
            return new QrCode(text, IntStream.range(0, matrix.getHeight()).mapToObj(y -> row(matrix, y)).toList());
        } catch (WriterException e) {
            throw new IllegalArgumentException("This text does not fit into a QR code.", e);
        }
    }

    private static String row(BitMatrix matrix, int y) {
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < matrix.getWidth(); x++) {
            row.append(matrix.get(x, y) ? '1' : '0');
        }
        return row.toString();
    }
}
