package vn.nghisu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;
import vn.nghisu.people.Passwords.Verdict;

class PasswordsTest {
    static final Passwords.Cost CHEAP = new Passwords.Cost(64, 1, 1);

    @Test
    void a_password_is_known_again_and_another_is_not() {
        try (Passwords passwords = new Passwords()) {
            String phc = passwords.hash("sông Sêrêpôk chảy về tây").join();
            assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("=$").doesNotContain("sông");
            assertThat(passwords.hash("sông Sêrêpôk chảy về tây").join()).isNotEqualTo(phc);
            assertThat(passwords.check("sông Sêrêpôk chảy về tây", phc).join()).isEqualTo(Verdict.RIGHT);
            assertThat(passwords.check("sông Sêrêpôk chảy về đông", phc).join()).isEqualTo(Verdict.WRONG);
            assertThat(passwords.checkNobody("sông Sêrêpôk chảy về tây").join()).isEqualTo(Verdict.WRONG);
        }
    }

    @Test
    void it_reads_the_hash_of_the_reference_implementation() {
        try (Passwords passwords = new Passwords()) {
            String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
            assertThat(passwords.check("password", reference).join()).isEqualTo(Verdict.RIGHT_BUT_OLD);
            assertThat(passwords.check("passworD", reference).join()).isEqualTo(Verdict.WRONG);
        }
    }

    @Test
    void a_decomposed_spelling_is_the_same_password() {
        try (Passwords passwords = new Passwords(CHEAP)) {
            String phc = passwords.hash(Normalizer.normalize("Đường về nhà", Normalizer.Form.NFC)).join();
            assertThat(passwords.check(Normalizer.normalize("Đường về nhà", Normalizer.Form.NFD), phc).join()).isEqualTo(Verdict.RIGHT);
        }
    }

    @Test
    void a_damaged_hash_is_an_error_and_not_a_wrong_password() {
        try (Passwords passwords = new Passwords(CHEAP)) {
            assertThatThrownBy(() -> passwords.check("x", "$2b$10$whatever").join()).hasCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void more_than_can_wait_are_turned_away_at_once() {
        try (Passwords passwords = new Passwords()) {
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < Passwords.WAITING + 10; i++) {
                all.add(passwords.hash("password " + i));
            }
            CompletableFuture<String> last = all.get(all.size() - 1);
            assertThat(last).isCompletedExceptionally();
            assertThatThrownBy(last::join).hasCauseInstanceOf(Passwords.TooBusy.class);
        }
    }

    @Test
    void a_hash_of_an_older_cost_is_renewed_at_the_next_sign_in() {
        try (Database database = Database.memory();
                Passwords old = new Passwords(CHEAP);
                Passwords now = new Passwords(new Passwords.Cost(128, 1, 1))) {
            new Directory(database).save(Persons.person("p1", "An"));
            new Credentials(database, old, Clock.systemUTC(), Runnable::run).set("p1", "một câu khá dài").join();
            Credentials credentials = new Credentials(database, now, Clock.systemUTC(), Runnable::run);

            assertThat(stored(database)).contains("m=64,");
            assertThat(credentials.check(Optional.of("p1"), "một câu sai").join()).isFalse();
            assertThat(stored(database)).contains("m=64,");
            assertThat(credentials.check(Optional.of("p1"), "một câu khá dài").join()).isTrue();
            assertThat(stored(database)).contains("m=128,");
            assertThat(credentials.check(Optional.of("p1"), "một câu khá dài").join()).isTrue();
            assertThat(credentials.check(Optional.of("p2"), "một câu khá dài").join()).isFalse();
            assertThat(credentials.check(Optional.empty(), "một câu khá dài").join()).isFalse();
        }
    }

    @Test
    void short_and_common_passwords_are_refused() {
        assertThat(PasswordRules.fault("ngắn quá", "an")).contains(PasswordRules.Fault.TOO_SHORT);
        assertThat(PasswordRules.fault("x".repeat(201), "an")).contains(PasswordRules.Fault.TOO_LONG);
        for (String common : List.of("1234567890", "Password123", "MatKhau2026!", "aaaaaaaaaaaa", "qwertyuiop", "quantri@2026", "nguyenvanan1", "1q2w3e4r5t")) {
            assertThat(PasswordRules.fault(common, "nguyenvanan")).as(common).contains(PasswordRules.Fault.TOO_COMMON);
        }
        for (String good : List.of("mưa trên phố Huế", "correct horse battery", "nguyenvanan đi họp")) {
            assertThat(PasswordRules.fault(good, "nguyenvanan")).as(good).isEmpty();
        }
    }

    private static String stored(Database database) {
        return database.read(handle -> handle.createQuery("select password from credential").mapTo(String.class).one());
    }
}
