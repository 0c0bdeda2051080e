package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all tablets with equal rights must be told, byte for byte. The first tablet that gets a patch moves the mirror on; with
 * all others it is only compared, so that thousands of them can be checked at every message. Belongs to the client loop.
 */
final class Mirror {
    private static final int PATCHES_KEPT = 200;
    private static final int VIEWS_REMEMBERED = 8;

    private final String epoch;
    private final Faults faults;
    private final Map<Step, ByteBuf> patches = kept(PATCHES_KEPT);
    private final Map<Long, ObjectNode> remembered = kept(VIEWS_REMEMBERED);
    private final Map<Long, byte[]> texts = kept(1);
    private ObjectNode view;
    private long rev;

    private record Step(long from, long rev) {}

    Mirror(String epoch, long rev, ObjectNode view, Faults faults) {
        this.epoch = epoch;
        this.rev = rev;
        this.view = view;
        this.faults = faults;
    }

    long rev() {
        return rev;
    }

    ObjectNode view() {
        return view;
    }

    /** The newest patch as it was told; nothing before the first. */
    Optional<ObjectNode> newest() {
        return patches.values().stream().reduce((first, second) -> second).map(Text::tree);
    }

    /** The bytes of the view at a revision, when a tablet was told it whole: comparing bytes is cheaper than reading them. */
    Optional<byte[]> text(long atRev) {
        return Optional.ofNullable(texts.get(atRev));
    }

    /** A tablet was told the whole view. */
    void view(long atRev, ObjectNode told, byte[] text) {
        if (atRev > rev) {
            rev = atRev;
            view = told;
        } else if (atRev == rev && !told.equals(view)) {
            faults.add(Faults.Kind.DIFFERENT, "the view of " + epoch + " at " + atRev + " differs from its patches at " + difference(view, told));
        }
        texts.put(atRev, text);
    }

    /** A tablet was told a patch. @param frame the whole text */
    void patch(long from, long to, ByteBuf frame) {
        Step step = new Step(from, to);
        ByteBuf before = patches.get(step);
        if (before != null) {
            if (!before.equals(frame)) {
                faults.add(Faults.Kind.DIFFERENT, "two tablets of " + epoch + " got different patches from " + from + " to " + to);
            }
            return;
        }
        patches.put(step, Unpooled.directBuffer(frame.readableBytes()).writeBytes(frame.duplicate()));
        ObjectNode patch = (ObjectNode) Text.tree(frame).path("patch");
        if (from == rev) {
            Patches.apply(view, patch);
            rev = to;
        } else if (to == rev && remembered.containsKey(from)) {
            ObjectNode joined = remembered.get(from).deepCopy();
            Patches.apply(joined, patch);
            if (!joined.equals(view)) {
                faults.add(Faults.Kind.DIFFERENT, "the joined patch of " + epoch + " from " + from + " to " + to + " differs at " + difference(view, joined));
            }
        }
    }

    /** Keeps the view as it is now, so that a joined patch from here can be checked. */
    void remember() {
        remembered.put(rev, view.deepCopy());
    }

    private static String difference(JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode object && other.isObject()) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                JsonNode there = other.path(member.getKey());
                if (!member.getValue().equals(there)) {
                    return "/" + member.getKey() + difference(member.getValue(), there);
                }
            }
        }
        return "";
    }

    private static <K, V> Map<K, V> kept(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
