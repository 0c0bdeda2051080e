package vn.nghisu.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which passwords may be chosen: long enough and not among the first that somebody would try. No rules about kinds of characters. */
public final class PasswordRules {
    public static final int SHORTEST_CHARACTERS = 10;
    public static final int LONGEST_CHARACTERS = 200;

    /** What is left of common passwords when digits and signs at both ends are cut off. */
    private static final Set<String> COMMON = Set.of(
            "", "password", "passw0rd", "p@ssw0rd", "p@ssword", "pass", "matkhau", "mat khau", "matkhaumoi", "admin", "administrator",
            "quantri", "quantrihethong", "nghisu", "nghi su", "hopkhonggiay", "họp không giấy", "qwerty", "qwertyuiop", "qwertyuio",
            "asdfghjkl", "asdfgh", "zxcvbnm", "q1w2e3r4t", "q1w2e3r4t5y", "q2w3e4r5t", "qwer", "abc", "abcd", "abcdef", "abcdefgh",
            "abcdefghij", "abcdefghijk", "iloveyou", "anhyeuem", "emyeuanh", "yeuem", "anhnhoem", "tinhyeu", "vietnam", "việt nam",
            "viet nam", "hanoi", "saigon", "hochiminh", "danang", "congan", "uybannhandan", "ubnd", "welcome", "letmein", "changeme",
            "secret", "default", "server", "computer", "internet", "football", "dragon", "monkey", "sunshine", "princess", "superman",
            "xinchao", "chaomung", "thuky", "chutich", "chutri", "thanhvien", "daibieu", "matkhaucuatoi", "khongbiet", "khongcomatkhau");

    /** Why a password can't be taken. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        TOO_COMMON
    }

    private PasswordRules() {}

    /** @param signInName the person's sign-in name, which the password must not merely repeat */
    public static Optional<Fault> fault(String password, String signInName) {
        int characters = password.codePointCount(0, password.length());
        if (characters < SHORTEST_CHARACTERS) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (characters > LONGEST_CHARACTERS) {
            return Optional.of(Fault.TOO_LONG);
        }
        String core = trimmed(password.toLowerCase(Locale.ROOT));
        boolean common = COMMON.contains(core)
                || core.equals(trimmed(signInName.toLowerCase(Locale.ROOT)))
                || password.codePoints().distinct().count() < 4;
        return common ? Optional.of(Fault.TOO_COMMON) : Optional.empty();
    }

    private static String trimmed(String password) {
        return password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }
}
