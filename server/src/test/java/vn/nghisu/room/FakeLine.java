package vn.nghisu.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A client in a test: mirrors the view as the real ones do and keeps every frame. */
final class FakeLine implements Line {
    private final List<JsonNode> frames = new ArrayList<>();
    private ObjectNode view;
    private ObjectNode mine;
    private String epoch;
    private long rev = -1;
    private int closedWith;
    private int gaps;

    /** A client that has been here before and kept what it saw. */
    static FakeLine backFrom(FakeLine before) {
        FakeLine line = new FakeLine();
        line.view = before.view.deepCopy();
        line.mine = before.mine.deepCopy();
        line.epoch = before.epoch;
        line.rev = before.rev;
        return line;
    }

    @Override
    public Executor loop() {
        return Runnable::run;
    }

    @Override
    public synchronized void write(Frame frame) {
        if (closedWith != 0) {
            return;
        }
        ByteBuf bytes = frame.duplicate();
        int length = bytes.skipBytes(1).readUnsignedByte();
        bytes.skipBytes(length == 126 ? 2 : length == 127 ? 8 : 0);
        try {
            take(Json.MAPPER.readTree(bytes.toString(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        notifyAll();
    }

    private void take(JsonNode frame) {
        frames.add(frame);
        switch (frame.get("t").asText()) {
            case "view" -> {
                view = (ObjectNode) frame.get("view");
                mine = (ObjectNode) frame.get("mine");
                epoch = frame.get("epoch").asText();
                rev = frame.get("rev").asLong();
            }
            case "patch" -> {
                if (frame.get("from").asLong() != rev) {
                    gaps++;
                } else {
                    merge(view, frame.get("patch"));
                    rev = frame.get("rev").asLong();
                }
            }
            case "mine" -> {
                if (frame.path("whole").asBoolean()) {
                    mine.removeAll();
                }
                merge(mine, frame.get("patch"));
            }
            default -> { }
        }
    }

    /** RFC 7396, section 2. */
    static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                target.remove(member.getKey());
            } else if (member.getValue().isObject()) {
                if (!(target.get(member.getKey()) instanceof ObjectNode)) {
                    target.set(member.getKey(), Json.MAPPER.createObjectNode());
                }
                merge((ObjectNode) target.get(member.getKey()), member.getValue());
            } else {
                target.set(member.getKey(), member.getValue());
            }
        });
    }

    @Override
    public synchronized void close(int code, String reason) {
        closedWith = code;
        notifyAll();
    }

    synchronized JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
        long until = System.nanoTime() + 10_000_000_000L;
        while (true) {
            for (JsonNode frame : frames) {
                if (wanted.test(frame)) {
                    return frame;
                }
            }
            long leftMs = (until - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                throw new AssertionError("did not come; frames: " + frames);
            }
            wait(leftMs);
        }
    }

    JsonNode awaitFrame(String type) throws InterruptedException {
        return await(frame -> frame.get("t").asText().equals(type));
    }

    synchronized void awaitView(Predicate<ObjectNode> wanted) throws InterruptedException {
        long until = System.nanoTime() + 10_000_000_000L;
        while (view == null || !wanted.test(view)) {
            long leftMs = (until - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                throw new AssertionError("view never was as wanted: " + view);
            }
            wait(leftMs);
        }
    }

    synchronized int awaitClose() throws InterruptedException {
        long until = System.nanoTime() + 10_000_000_000L;
        while (closedWith == 0 && System.nanoTime() < until) {
            wait(100);
        }
        return closedWith;
    }

    synchronized Stream<JsonNode> frames(String type) {
        return List.copyOf(frames).stream().filter(frame -> frame.get("t").asText().equals(type));
    }

    synchronized ObjectNode view() {
        return view;
    }

    synchronized ObjectNode mine() {
        return mine;
    }

    synchronized String epoch() {
        return epoch;
    }

    synchronized long rev() {
        return rev;
    }

    synchronized int gaps() {
        return gaps;
    }
}
