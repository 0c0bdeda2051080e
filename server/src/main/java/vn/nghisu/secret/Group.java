package vn.nghisu.secret;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/** P-256, written additively, and how its points and scalars are written. */
final class Group {
    static final int SCALAR_BYTES = 32;
    private static final int POINT_CHARACTERS = 66;
    private static final String INFINITY = "00";

    private static final X9ECParameters P256 = CustomNamedCurves.getByName("secp256r1");
    private static final ECCurve CURVE = P256.getCurve();
    private static final HexFormat HEX = HexFormat.of();

    /** The generator. */
    static final ECPoint G = P256.getG();

    /** The order of the group. */
    static final BigInteger Q = P256.getN();

    static final ECPoint O = CURVE.getInfinity();

    private Group() {}

    /**
     * The point that is written so: on the curve, not the identity, lower case.
     *
     * @param name what it is, for the message
     */
    static ECPoint point(String hex, String name) throws CheckFailed {
        CheckFailed.unless(hex.length() == POINT_CHARACTERS && isHex(hex) && (hex.startsWith("02") || hex.startsWith("03")), Check.FORM, name + " is no point");
        try {
            return CURVE.decodePoint(HEX.parseHex(hex));
        } catch (IllegalArgumentException offCurve) {
            throw new CheckFailed(Check.FORM, name + " is not on the curve");
        }
    }

    static ECPoint pointOrIdentity(String hex, String name) throws CheckFailed {
        return hex.equals(INFINITY) ? O : point(hex, name);
    }

    /** @throws CheckFailed unless it is 64 lower-case hexadecimal characters of a number below the order */
    static BigInteger scalar(String hex, String name) throws CheckFailed {
        BigInteger value = new BigInteger(1, bytes32(hex, name));
        CheckFailed.unless(value.compareTo(Q) < 0, Check.FORM, name + " is not below the order");
        return value;
    }

    static byte[] bytes32(String hex, String name) throws CheckFailed {
        CheckFailed.unless(hex.length() == 2 * SCALAR_BYTES && isHex(hex), Check.FORM, name + " is not 32 bytes");
        return HEX.parseHex(hex);
    }

    /** SEC 1, compressed: 33 bytes, for the identity one. */
    static byte[] bytes(ECPoint point) {
        return point.getEncoded(true);
    }

    static String hex(ECPoint point) {
        return HEX.formatHex(bytes(point));
    }

    static String hex(BigInteger scalar) {
        String digits = scalar.toString(16);
        return "0".repeat(2 * SCALAR_BYTES - digits.length()) + digits;
    }

    /** s·base − c·point, of public values only: its time tells them. */
    static ECPoint commitment(ECPoint base, BigInteger s, ECPoint point, BigInteger c) {
        return ECAlgorithms.sumOfTwoMultiplies(base, s, point, c.negate().mod(Q));
    }

    static ECPoint times(ECPoint point, long factor) {
        return ECAlgorithms.referenceMultiply(point, BigInteger.valueOf(factor));
    }

    /** All with their affine coordinates, for one inversion together. */
    static void settle(ECPoint[] points) {
        CURVE.normalizeAll(points);
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
