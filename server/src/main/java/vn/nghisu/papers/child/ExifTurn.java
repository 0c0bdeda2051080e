package vn.nghisu.papers.child;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How far a photograph has to be turned to stand upright (Exif 2.3, tag 0x0112); mirrored ones don't come from cameras. */
final class ExifTurn {
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_SEGMENTS = 100;
    private static final int MOST_TAGS = 500;

    private ExifTurn() {}

    /** Degrees clockwise: 0, 90, 180 or 270. */
    static int of(byte[] jpeg) {
        try {
            return find(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static int find(ByteBuffer in) {
        if (in.limit() < 4 || in.getShort(0) != (short) 0xFFD8) {
            return 0;
        }
        int at = 2;
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            int mark = in.getShort(at) & 0xFFFF;
            int length = in.getShort(at + 2) & 0xFFFF;
            if (mark == 0xFFE1 && new String(in.array(), at + 4, 4, StandardCharsets.US_ASCII).equals("Exif")) {
                return turn(in, at + 10);
            }
            if (mark == 0xFFDA || (mark & 0xFF00) != 0xFF00) {
                return 0;
            }
            at += 2 + length;
        }
        return 0;
    }

    private static int turn(ByteBuffer in, int tiff) {
        in.order(in.get(tiff) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff + in.getInt(tiff + 4);
        int tags = Math.min(MOST_TAGS, in.getShort(directory) & 0xFFFF);
        for (int i = 0; i < tags; i++) {
            int tag = directory + 2 + 12 * i;
            if ((in.getShort(tag) & 0xFFFF) == ORIENTATION) {
                return switch (in.getShort(tag + 8)) {
                    case 3 -> 180;
                    case 6 -> 90;
                    case 8 -> 270;
                    default -> 0;
                };
            }
        }
        return 0;
    }
}
