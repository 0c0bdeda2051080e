package vn.nghisu.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hashes of passwords as PHC strings, with the parameters that OWASP's cheat sheet gives (19 MiB, two passes, one lane). One
 * hash takes some 60 ms and 19 MiB, so all are made by a few threads of their own behind a bounded queue.
 */
public final class Passwords implements AutoCloseable {
    /** Hashes that may wait: with two threads about fifteen seconds' worth, a room full of people at nine in the morning. */
    public static final int WAITING = 500;

    private static final int THREADS = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads;
    private final String decoy;

    /** What a hash costs: memory in KiB, passes over it, lanes. */
    public record Cost(int memoryKiB, int passes, int lanes) {
        public static final Cost USUAL = new Cost(19 * 1024, 2, 1);
    }

    /** What checking a password found. */
    public enum Verdict {
        WRONG,
        RIGHT,
        /** Right, but hashed with an older cost: store a new hash. */
        RIGHT_BUT_OLD
    }

    /** The queue of hashes is full: the caller is to try again a little later. */
    public static final class TooBusy extends RuntimeException {
        TooBusy() {
            super("more than " + WAITING + " passwords are waiting to be hashed", null, false, false);
        }
    }

    public Passwords() {
        this(Cost.USUAL);
    }

    public Passwords(Cost cost) {
        this.cost = cost;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "nghisu-password-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
        this.decoy = encode(cost, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /** The PHC string of a password, with a fresh salt. Fails with {@link TooBusy}. */
    public CompletableFuture<String> hash(String password) {
        return submit(() -> {
            byte[] salt = bytes(SALT_BYTES);
            return encode(cost, salt, argon2id(cost, salt, HASH_BYTES, password));
        });
    }

    /** Compares a password with a PHC string. Fails with {@link TooBusy}, and with IllegalArgumentException on a malformed string. */
    public CompletableFuture<Verdict> check(String password, String phc) {
        return submit(() -> {
            Matcher parts = PHC.matcher(phc);
            if (!parts.matches()) {
                throw new IllegalArgumentException("not a PHC string of Argon2id");
            }
            Cost then = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
            byte[] expected = Base64.getDecoder().decode(parts.group(5));
            byte[] given = argon2id(then, Base64.getDecoder().decode(parts.group(4)), expected.length, password);
            if (!MessageDigest.isEqual(expected, given)) {
                return Verdict.WRONG;
            }
            return then.equals(cost) ? Verdict.RIGHT : Verdict.RIGHT_BUT_OLD;
        });
    }

    /** Takes as long as a real check and is always wrong: for names that nobody has, so that the time does not tell. */
    public CompletableFuture<Verdict> checkNobody(String password) {
        return check(password, decoy).thenApply(ignored -> Verdict.WRONG);
    }

    /** Hashes that wait are dropped. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> CompletableFuture<T> submit(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    answer.complete(work.call());
                } catch (Exception e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new TooBusy());
        }
        return answer;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The same password typed with another Vietnamese keyboard may arrive decomposed, hence NFC. */
    private static byte[] argon2id(Cost cost, byte[] salt, int hashBytes, String password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[hashBytes];
        generator.generateBytes(Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String encode(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKiB() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
