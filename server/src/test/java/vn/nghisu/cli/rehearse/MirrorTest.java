package vn.nghisu.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the tablets of a rehearsal notice. */
class MirrorTest {
    private final Faults faults = new Faults();
    private final Mirror mirror = new Mirror("e.0", 7, tree("{\"head\":{\"title\":\"Họp\"},\"inHand\":\"muc-01\"}"), faults);

    @Test
    void a_patch_moves_the_mirror_on_once_however_many_tablets_get_it() {
        mirror.patch(7, 8, patch(7, 8, "{\"inHand\":\"muc-02\",\"head\":{\"title\":null}}"));
        mirror.patch(7, 8, patch(7, 8, "{\"inHand\":\"muc-02\",\"head\":{\"title\":null}}"));

        assertThat(mirror.rev()).isEqualTo(8);
        assertThat(mirror.view()).isEqualTo(tree("{\"head\":{},\"inHand\":\"muc-02\"}"));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void two_tablets_that_are_told_different_things_are_noticed() {
        mirror.patch(7, 8, patch(7, 8, "{\"inHand\":\"muc-02\"}"));
        mirror.patch(7, 8, patch(7, 8, "{\"inHand\":\"muc-03\"}"));

        assertThat(faults.counts()).containsOnlyKeys(Faults.Kind.DIFFERENT);
    }

    @Test
    void a_view_that_is_not_the_sum_of_its_patches_is_noticed() {
        mirror.patch(7, 8, patch(7, 8, "{\"inHand\":\"muc-02\"}"));
        mirror.view(8, tree("{\"head\":{\"title\":\"Họp\"},\"inHand\":\"muc-01\"}"), new byte[0]);

        assertThat(faults.told()).singleElement().asString().endsWith("/inHand");
    }

    @Test
    void a_joined_patch_that_leads_elsewhere_is_noticed() {
        mirror.remember();
        mirror.patch(7, 8, patch(7, 8, "{\"inHand\":\"muc-02\"}"));
        mirror.patch(8, 9, patch(8, 9, "{\"head\":{\"title\":\"Họp lại\"}}"));
        mirror.patch(7, 9, patch(7, 9, "{\"head\":{\"title\":\"Họp lại\"},\"inHand\":\"muc-02\"}"));
        assertThat(faults.isEmpty()).isTrue();

        Mirror other = new Mirror("e.1", 7, tree("{\"inHand\":\"muc-01\"}"), faults);
        other.remember();
        other.patch(7, 8, patch(7, 8, "{\"inHand\":\"muc-02\"}"));
        other.patch(8, 9, patch(8, 9, "{\"inHand\":\"muc-03\"}"));
        other.patch(7, 9, patch(7, 9, "{\"inHand\":\"muc-02\"}"));
        assertThat(faults.counts()).containsOnlyKeys(Faults.Kind.DIFFERENT);
    }

    @Test
    void the_ends_of_a_patch_tell_its_revisions() {
        ByteBuf frame = patch(41, 1042, "{\"rev\":3}");

        assertThat(Text.isPatch(frame)).isTrue();
        assertThat(Text.from(frame)).isEqualTo(41);
        assertThat(Text.rev(frame)).isEqualTo(1042);
        assertThat(Text.isPatch(text("{\"t\":\"beat\",\"now\":1}"))).isFalse();
    }

    @Test
    void a_known_view_is_left_out_of_what_is_read() {
        String view = "{\"head\":{\"title\":\"a } \\\" {\"},\"n\":1}";
        ByteBuf frame = text("{\"epoch\":\"e.0\",\"rev\":7,\"view\":" + view + ",\"t\":\"view\"}");
        byte[] known = view.getBytes(StandardCharsets.UTF_8);

        int at = Text.viewBegins(frame);

        assertThat(Text.viewOf(frame.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), at)).isEqualTo(known);
        assertThat(Text.sameBytes(frame, at, known)).isTrue();
        assertThat(Text.without(frame, at, known.length)).isEqualTo(tree("{\"epoch\":\"e.0\",\"rev\":7,\"view\":{},\"t\":\"view\"}"));
    }

    @Test
    void percentiles_are_taken_by_the_nearest_rank() {
        long[] nanos = new long[200];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = (200 - i) * 1_000_000L;
        }

        assertThat(Spread.of(nanos)).isEqualTo(new Spread(200, 100, 198, 200));
    }

    private static ByteBuf patch(long from, long rev, String patch) {
        return text("{\"t\":\"patch\",\"from\":" + from + ",\"patch\":" + patch + ",\"rev\":" + rev + "}");
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static ObjectNode tree(String json) {
        return Text.tree(json.getBytes(StandardCharsets.UTF_8));
    }
}
