package vn.nghisu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;

class SignInCodesTest {
    private final Database database = Database.memory();
    private final TestClock clock = new TestClock();
    private final SignInCodes codes = new SignInCodes(database, clock);

    @BeforeEach
    void people() {
        new Directory(database).savePersons(List.of(Persons.person("p1", "An"), Persons.person("p2", "Bình")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_code_works_once_and_takes_its_other_form_with_it() {
        SignInCodes.Code code = codes.issue("p1", Optional.of("meeting1"), Optional.empty(), "sec");
        assertThat(code.token()).matches("[A-Za-z0-9_-]{22}");
        assertThat(code.typed()).matches("[A-Z2-9]{4}-[A-Z2-9]{4}");
        assertThat(codes.use(code.token())).contains(new SignInCodes.Holder("p1", Optional.of("meeting1"), Optional.empty()));
        assertThat(codes.use(code.token())).isEmpty();
        assertThat(codes.use(code.typed())).isEmpty();
    }

    @Test
    void the_short_code_is_typed_as_people_type() {
        SignInCodes.Code code = codes.issue("p1", Optional.empty(), Optional.empty(), "sec");
        assertThat(codes.use(" " + code.typed().toLowerCase(Locale.ROOT).replace('-', ' ') + " ")).contains(new SignInCodes.Holder("p1", Optional.empty(), Optional.empty()));
    }

    @Test
    void of_many_uses_at_once_exactly_one_wins() {
        SignInCodes.Code code = codes.issue("p1", Optional.empty(), Optional.empty(), "sec");
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Optional<SignInCodes.Holder>>> uses = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return codes.use(i % 2 == 0 ? code.token() : code.typed());
                }, task -> new Thread(task).start()))
                .toList();
        start.countDown();
        assertThat(uses.stream().map(CompletableFuture::join).filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void a_code_expires() {
        SignInCodes.Code code = codes.issue("p1", Optional.empty(), Optional.empty(), "sec");
        clock.forward(SignInCodes.VALID);
        assertThat(codes.use(code.token())).isEmpty();
    }

    @Test
    void a_new_code_replaces_the_persons_unused_one_and_nobody_elses() {
        SignInCodes.Code first = codes.issue("p1", Optional.empty(), Optional.empty(), "sec");
        SignInCodes.Code others = codes.issue("p2", Optional.empty(), Optional.empty(), "sec");
        SignInCodes.Code second = codes.issue("p1", Optional.empty(), Optional.empty(), "sec");
        assertThat(codes.use(first.token())).isEmpty();
        assertThat(codes.use(second.token())).isPresent();
        assertThat(codes.use(others.token())).isPresent();
    }

    @Test
    void no_code_stands_in_the_database() {
        SignInCodes.Code code = codes.issue("p1", Optional.empty(), Optional.empty(), "sec");
        String rows = database.read(handle -> handle.createQuery("select * from sign_in_code").mapToMap().list().toString());
        assertThat(rows).contains("p1").doesNotContain(code.token()).doesNotContain(code.typed().replace("-", ""));
    }
}
