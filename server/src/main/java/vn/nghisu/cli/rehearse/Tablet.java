package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import vn.nghisu.meeting.Command;

/**
 * One simulated tablet: enters a meeting, follows it as a real client does, and notes everything that a real client would
 * have to repair. Belongs to the client loop.
 */
final class Tablet implements Socket.Listener {
    private static final String PATH = "/api/socket";

    final int number;
    final Pass pass;

    private final Crowd crowd;
    private final Unanswered unanswered = new Unanswered();
    private ObjectNode mine;
    private Socket socket;
    private Mirror mirror;
    private String epoch;
    private long rev;
    private boolean entering;
    private boolean current;
    private int pings;

    /**
     * The server's answer to a command.
     *
     * @param code of the refusal, empty when the command was done
     * @param afterNs time from giving the command to its answer
     */
    record Answered(String code, String text, long seq, long afterNs) {
        boolean isDone() {
            return code.isEmpty();
        }
    }

    Tablet(Crowd crowd, int number, Pass pass) {
        this.crowd = crowd;
        this.number = number;
        this.pass = pass;
    }

    boolean isCurrent() {
        return current;
    }

    long rev() {
        return rev;
    }

    Mirror mirror() {
        return mirror;
    }

    String epoch() {
        return epoch;
    }

    /** What only this person sees, as told so far. */
    ObjectNode mine() {
        return mine;
    }

    void connect() {
        entering = true;
        socket = new Socket(crowd.url(), PATH, pass.token(), this);
        crowd.client().connect(crowd.url(), socket);
    }

    /** The connection ends now, or is about to be ended by the server, and that is no fault. */
    void leave(boolean cut) {
        current = false;
        unanswered.lineLost();
        if (socket != null && cut) {
            socket.cut();
        } else if (socket != null) {
            socket.silence();
        }
    }

    /** Forgets where it stands: the next entrance is told the whole view. */
    void forget() {
        epoch = null;
    }

    @Override
    public void opened() {
        hello();
    }

    private void hello() {
        entering = true;
        socket.send(Socket.frame(Text.hello(crowd.meeting(), epoch, rev)));
    }

    void ping() {
        if (current) {
            socket.send(Socket.frame(Text.ascii("{\"n\":" + pings++ + ",\"t\":\"ping\"}")));
        }
    }

    CompletableFuture<Answered> give(Command command) {
        UUID id = UUID.randomUUID();
        return give(id, Socket.frame(Text.command(id, command)));
    }

    /** Gives a command whose frame was made before, so that making a thousand of them is not measured. */
    CompletableFuture<Answered> give(UUID id, ByteBuf frame) {
        CompletableFuture<Answered> answer = unanswered.give(id.toString(), System.nanoTime());
        socket.send(frame);
        return answer;
    }

    /** Sends a state of the volatile lane. */
    void show(byte[] live) {
        socket.send(Socket.frame(live));
    }

    @Override
    public void text(ByteBuf text, long atNs) {
        if (Text.isPatch(text) && Text.rev(text) != Text.NONE) {
            patch(Text.from(text), Text.rev(text), text, atNs);
            return;
        }
        int view = Text.viewBegins(text);
        if (view >= 0) {
            view(text, view, atNs);
            return;
        }
        ObjectNode frame = Text.tree(text);
        switch (frame.path("t").asText()) {
            case "done" -> answered(frame, "", atNs);
            case "refused" -> answered(frame, frame.path("code").asText("?"), atNs);
            case "mine" -> {
                if (frame.path("whole").asBoolean()) {
                    mine.removeAll();
                }
                Patches.apply(mine, frame.withObject("/patch"));
            }
            case "live" -> crowd.live(this, frame, atNs);
            case "beat", "pong" -> crowd.beats++;
            case "notes", "sharedNotes" -> { } // simulated tablets write none and read none
            case "patch" -> patch(frame.path("from").asLong(), frame.path("rev").asLong(), text, atNs);
            default -> crowd.faults().add(Faults.Kind.MALFORMED, frame.toString());
        }
    }

    private void patch(long from, long to, ByteBuf text, long atNs) {
        if (mirror == null) {
            crowd.faults().add(Faults.Kind.MALFORMED, "a patch before the view");
        } else if (entering && from == rev && to >= rev) {
            mirror.patch(from, to, text);
            rev = to;
            entered(atNs);
        } else if (to <= rev) {
            crowd.faults().add(Faults.Kind.DOUBLED, "tablet " + number + " at " + rev + " got the patch to " + to);
        } else if (from != rev) {
            crowd.faults().add(Faults.Kind.GAP, "tablet " + number + " at " + rev + " got the patch from " + from + " to " + to);
            hello();
        } else {
            mirror.patch(from, to, text);
            rev = to;
            crowd.patched(this, atNs);
        }
    }

    /** The view itself is read only when no tablet with equal rights has been told the same bytes. */
    private void view(ByteBuf text, int viewAt, long atNs) {
        ObjectNode rest = beside(text, viewAt);
        if (rest.isEmpty()) {
            ObjectNode whole = Text.tree(text);
            byte[] bytes = ByteBufUtil.getBytes(text);
            ObjectNode view = whole.withObject("/view");
            mirror = crowd.mirror(whole.path("epoch").asText(), whole.path("rev").asLong(), view);
            mirror.view(whole.path("rev").asLong(), view, Text.viewOf(bytes, viewAt - text.readerIndex()));
            rest = whole;
        }
        epoch = rest.path("epoch").asText();
        rev = rest.path("rev").asLong();
        mirror = crowd.mirrors().get(epoch);
        mine = rest.withObject("/mine");
        entered(atNs);
    }

    /** The members beside a known view, or nothing when this view is not known yet. */
    private ObjectNode beside(ByteBuf text, int viewAt) {
        for (Mirror known : crowd.mirrors().values()) {
            byte[] bytes = known.text(known.rev()).orElse(null);
            if (bytes != null && Text.sameBytes(text, viewAt, bytes)) {
                ObjectNode rest = Text.without(text, viewAt, bytes.length);
                if (rest.path("rev").asLong(Text.NONE) == known.rev() && crowd.mirrors().get(rest.path("epoch").asText()) == known) {
                    return rest;
                }
            }
        }
        return Text.tree(new byte[0]);
    }

    private void entered(long atNs) {
        entering = false;
        current = true;
        crowd.entered(this, atNs);
    }

    private void answered(ObjectNode frame, String code, long atNs) {
        String id = frame.path("id").asText();
        unanswered.take(id).ifPresentOrElse(command -> {
            command.answer().complete(new Answered(code, frame.path("text").asText(), frame.path("seq").asLong(), atNs - command.atNs()));
            crowd.answered(this, atNs);
        }, () -> crowd.faults().add(unanswered.wasAnswered(id) ? Faults.Kind.DOUBLED : Faults.Kind.MALFORMED, "an answer to " + id));
    }

    @Override
    public void closed(int code, String reason) {
        current = false;
        crowd.lost(this, code, reason);
    }
}
