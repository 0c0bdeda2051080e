package vn.nghisu.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.secret.SecretPollTest.refused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ballots from outside are read strictly, and refused before anything is computed with them. */
class ReadingTest {
    private static final Hall HALL = new Hall("reading", Hall.poll("poll-reading"), Map.of("tv01", 1));
    private static final String GOOD = HALL.fill("tv01", List.of(List.of(1, 0, 0), List.of(0, 1, 0, 0))).canonical();
    private static final String A = Group.hex(HALL.fill("tv01", List.of(List.of(1, 0, 0), List.of(0, 1, 0, 0))).contests().get(0).marks().get(0).sealed().a());

    @Test
    void a_ballot_reads_as_it_was_written() throws CheckFailed {
        assertThat(read(GOOD).canonical()).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "00", // the identity
        "", // nothing
        "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", // x is the prime of the field
        "020000000000000000000000000000000000000000000000000000000000000001", // no such x on the curve
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", // the form of uncompressed points
        "036B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296", // capitals
        "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c29600" // one byte more
    })
    void a_ciphertext_is_two_points_of_the_curve(String point) {
        refused(Check.FORM, () -> read(GOOD.replace(A, point)));
    }

    @Test
    void a_scalar_is_below_the_order() {
        String order = Group.Q.toString(16);
        refused(Check.FORM, () -> read(GOOD.replaceFirst("\"c\":\\[\"[0-9a-f]{64}", "\"c\":[\"" + order)));
        refused(Check.FORM, () -> read(GOOD.replaceFirst("\"s\":\\[\"[0-9a-f]", "\"s\":[\"")));
    }

    @Test
    void members_are_just_those_of_the_form() {
        List<UnaryOperator<String>> changes = List.of(
                good -> good.replace("\"voter\":\"tv01\"", "\"voter\":\"tv01\",\"weight\":9"),
                good -> good.replace(",\"voter\":\"tv01\"", ""),
                good -> good.replace("\"voter\":\"tv01\"", "\"voter\":\"tv01\",\"voter\":\"tv02\""),
                good -> good.replace("\"voter\":\"tv01\"", "\"voter\":\"tv 01\""),
                good -> good.replace("\"voter\":\"tv01\"", "\"voter\":7"),
                good -> good.replace("\"voter\":\"tv01\"", "\"voter\":\"" + "a".repeat(101) + "\""),
                good -> good + " {}",
                good -> good.substring(1),
                good -> "[" + good + "]",
                good -> "",
                good -> "[".repeat(5_000),
                good -> good.replaceFirst("\"c\":\\[\"", "\"c\":[\"" + "0".repeat(64) + "\",\""),
                good -> good + " ".repeat(300_000));
        assertThat(changes).allSatisfy(change -> refused(Check.FORM, () -> read(change.apply(GOOD))));
    }

    @Test
    void a_poll_must_make_sense() {
        String good = Shape.canonical(HALL.poll.json());
        Map<String, Check> changes = Map.of(
                good.replace("\"minimum\":3", "\"minimum\":2"), Check.POLL,
                good.replace("\"tv02\"", "\"tv01\""), Check.POLL,
                good.replace("\"binh\"", "\"agree\""), Check.POLL,
                good.replace("\"seats\"", "\"motion\""), Check.POLL,
                good.replace("\"most\":2", "\"most\":5"), Check.POLL,
                good.replace("\"least\":1", "\"least\":2"), Check.POLL,
                good.replace("\"v\":1", "\"v\":2"), Check.FORM,
                good.replace("\"least\":1", "\"least\":-1"), Check.FORM,
                good.replace("\"least\":1", "\"least\":1.0"), Check.FORM,
                good.replace("\"tv01\",", ""), Check.FORM);
        assertThat(changes).hasSize(10).allSatisfy((poll, check) -> refused(check, () -> Poll.read(Shape.parse(poll.getBytes(StandardCharsets.UTF_8), 10_000, "poll"))));
    }

    @Test
    void voters_ascend_and_their_weights_are_bounded() {
        Map<String, Check> lists = Map.of(
                "[{\"id\":\"b\",\"weight\":1},{\"id\":\"a\",\"weight\":1}]", Check.POLL,
                "[{\"id\":\"a\",\"weight\":1},{\"id\":\"a\",\"weight\":1}]", Check.POLL,
                "[{\"id\":\"a\",\"weight\":0}]", Check.POLL,
                "[{\"id\":\"a\",\"weight\":10001}]", Check.POLL,
                "[]", Check.FORM);
        assertThat(lists).allSatisfy((voters, check) -> refused(check, () -> Roll.read(Shape.parse(voters.getBytes(StandardCharsets.UTF_8), 10_000, "voters"), 1)));
    }

    private static Ballot read(String json) throws CheckFailed {
        return Ballot.parse(json.getBytes(StandardCharsets.UTF_8), HALL.poll);
    }
}
