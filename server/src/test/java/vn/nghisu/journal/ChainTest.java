package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.ChainFault.Reason;

class ChainTest {

    private static final Head HEAD = Head.empty("meeting:2026-11-24:a");
    private static final UUID COMMAND = UUID.fromString("6f1c2b1e-7c1a-4b5e-9a63-3f2f4d1c8e90");
    private static final Instant AT = Instant.parse("2026-11-24T01:30:00.070Z");
    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    /** The hashes were computed by another program from the description alone. They are frozen: never adapt them. */
    @Test
    void a_fixed_entry_has_a_fixed_hash_for_ever() {
        Entry entry = Chain.next(
                HEAD, AT, "vote.BallotCast", "Nguyễn Thị \"Ánh\" 🗳", COMMAND, "{\"choice\":\"tán thành\",\"weight\":1}", SALT);

        assertThat(entry.prev().hex()).isEqualTo("eaf78dc3d2ffd0a759ee774798f95e1162f852b3a2b862947a6ec525179ca851");
        assertThat(entry.payloadHash().hex()).isEqualTo("7e460d73ae27f06a4e47ae2586619726e12b2f9e6013d16e3f47272fc9ef54fa");
        assertThat(entry.hash().hex()).isEqualTo("fdb3337773cb2b404cd0374e11f9de6d952e119304c3eb88861fb21ccab64366");
        assertThat(entry.hash().shortCode()).isEqualTo("ZPSK6XVK");
        assertThat(entry.hash().longCode()).isEqualTo("ZPSK6XVKSCNM0K6G");
        assertThat(entry.seq()).isEqualTo(1);
        assertThat(entry.head()).isEqualTo(new Head("meeting:2026-11-24:a", 1, entry.hash()));
    }

    @Test
    void times_are_kept_to_the_millisecond() {
        Entry entry = Chain.next(HEAD, AT.plusNanos(999_999), "t", "", COMMAND, "{}", SALT);
        assertThat(entry.at()).isEqualTo(AT);
    }

    @Test
    void control_characters_are_escaped_as_the_canonical_form_wants() {
        String json = new Canonical().text("a", "\"\\\b\t\n\f\r\u0001\u001f\u007f/é🗳").number("b", -7).close();
        assertThat(json).isEqualTo("{\"a\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001\\u001f\u007f/é🗳\",\"b\":-7}");
    }

    @Test
    void two_streams_begin_with_different_hashes() {
        assertThat(Head.empty("a").hash()).isNotEqualTo(Head.empty("b").hash());
    }

    @Test
    void an_honest_chain_is_good() {
        assertThat(Chain.verify(List.of())).isEmpty();
        assertThat(Chain.verify(new Entries(1).of("m", 200))).isEmpty();
    }

    @Test
    void a_missing_entry_is_named() {
        List<Entry> entries = new ArrayList<>(new Entries(2).of("m", 10));
        entries.remove(4);
        assertThat(Chain.verify(entries)).hasValueSatisfying(fault -> {
            assertThat(fault.seq()).isEqualTo(6);
            assertThat(fault.reason()).isEqualTo(Reason.GAP);
        });
        entries.remove(0);
        assertThat(Chain.verify(entries).orElseThrow().seq()).isEqualTo(2);
    }

    @Test
    void two_entries_that_changed_places_are_named() {
        List<Entry> entries = new ArrayList<>(new Entries(3).of("m", 10));
        entries.add(6, entries.remove(7));
        assertThat(Chain.verify(entries).orElseThrow().reason()).isEqualTo(Reason.GAP);
    }

    @Test
    void an_entry_of_another_stream_is_named() {
        List<Entry> entries = new ArrayList<>(new Entries(4).of("m", 3));
        entries.set(1, new Entries(4).of("n", 3).get(1));
        assertThat(Chain.verify(entries).orElseThrow().reason()).isEqualTo(Reason.STREAM);
    }

    @Test
    void an_entry_replaced_with_all_its_own_hashes_betrays_itself_at_the_next_one() {
        Entries made = new Entries(5);
        List<Entry> entries = new ArrayList<>(made.of("m", 5));
        entries.set(2, made.after(entries.get(1).head()));
        assertThat(Chain.verify(entries)).hasValueSatisfying(fault -> {
            assertThat(fault.seq()).isEqualTo(4);
            assertThat(fault.reason()).isEqualTo(Reason.PREV);
        });
    }

    @Test
    void any_changed_part_of_any_entry_of_any_journal_is_found_and_named() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Entry> entries = new Entries(seed).of("meeting:" + seed, 1 + random.nextInt(20));
            int at = random.nextInt(entries.size());
            for (EntryChange change : EntryChange.values()) {
                List<Entry> changed = new ArrayList<>(entries);
                changed.set(at, change.in(entries.get(at), random));
                assertThat(Chain.verify(changed)).as("seed %d, entry %d, %s", seed, at + 1, change)
                        .hasValueSatisfying(fault -> {
                            assertThat(fault.seq()).isEqualTo(changed.get(at).seq());
                            assertThat(change.reasons).contains(fault.reason());
                        });
            }
        }
    }

    @Test
    void what_has_not_the_form_of_an_entry_is_refused() {
        assertThatThrownBy(() -> Chain.next(HEAD, AT, "t", "", COMMAND, "{\"a\":\"\uD800\"}", SALT))
                .hasMessageContaining("not well-formed Unicode");
        assertThatThrownBy(() -> Chain.next(HEAD, AT, "two words", "", COMMAND, "{}", SALT)).hasMessageContaining("type");
        assertThatThrownBy(() -> Chain.next(HEAD, AT, "t", "a\nb", COMMAND, "{}", SALT)).hasMessageContaining("actor");
        assertThatThrownBy(() -> Chain.next(HEAD, AT, "t", "", COMMAND, "{}", new byte[15])).hasMessageContaining("salt");
        assertThatThrownBy(() -> Chain.next(HEAD, AT, "t", "", COMMAND, "x".repeat(Entry.PAYLOAD_MAX_CHARS + 1), SALT))
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> Head.empty("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Chain.next(HEAD, Instant.parse("+10000-01-01T00:00:00Z"), "t", "", COMMAND, "{}", SALT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_entry_cannot_be_changed_through_its_salt() {
        Entry entry = Chain.next(HEAD, AT, "t", "", COMMAND, "{}", SALT.clone());
        entry.salt()[0]++;
        assertThat(entry.salt()).isEqualTo(SALT);
    }
}
