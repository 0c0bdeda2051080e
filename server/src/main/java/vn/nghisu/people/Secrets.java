package vn.nghisu.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import vn.nghisu.journal.Hash;

/** Random tokens for devices, and the hash under which they are stored. */
public final class Secrets {
    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 128 random bits as 22 characters that are safe in cookies and addresses. */
    public static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** So many characters of the alphabet, for codes that are typed. */
    static String typed(String alphabet, int characters) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            code.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return code.toString();
    }

    /** SHA-256 in hex: enough for random tokens, which nobody can guess from a list. Passwords have {@link Passwords}. */
    public static String hash(String token) {
        return Hash.sha256(token).hex();
    }

    /** Compares without telling by its time where the first difference is. */
    public static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
