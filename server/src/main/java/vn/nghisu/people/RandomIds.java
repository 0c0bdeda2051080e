package vn.nghisu.people;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Ids of 12 characters (60 random bits): lower-case letters and digits without look-alikes. */
public final class RandomIds implements Supplier<String> {
    private static final String ALPHABET = "abcdefghjkmnpqrstvwxyz0123456789";
    private static final int CHARACTERS = 12;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        return random.ints(CHARACTERS, 0, ALPHABET.length())
                .collect(StringBuilder::new, (id, i) -> id.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
