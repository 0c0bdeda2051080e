package vn.nghisu.cli.rehearse;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import vn.nghisu.cli.Installation;
import vn.nghisu.journal.Batch;
import vn.nghisu.journal.Chain;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.room.Json;

/** The server of a bench, which can also append what it has journalled once more, straight to the journal. */
public final class BenchHost extends HostCommand {
    /** Fewer than the journal lets wait. */
    private static final int AT_ONCE = 4_000;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchHost()).execute(args));
    }

    @Override
    protected Object answer(Installation installation, Installation.Running running, String[] line) throws IOException {
        return switch (line[0]) {
            case "replay" -> replay(installation.journal(), Long.parseLong(line[1]), Long.parseLong(line[2]), Integer.parseInt(line[3]));
            case "singles" -> singles(installation.journal(), Long.parseLong(line[1]), Long.parseLong(line[2]));
            case "poll" -> vote(running, line[1]).poll(Cast.MEETING);
            case "ceremony" -> vote(running, line[1]).sealing().published();
            case "election" -> vote(running, line[1]).election(Cast.MEETING);
            default -> super.answer(installation, running, line);
        };
    }

    /** {@code poll VOTE}, {@code ceremony VOTE}, {@code election VOTE}: what the routes of a secret vote give its tablets. */
    private static Vote vote(Installation.Running running, String id) {
        return running.rooms().find(Cast.MEETING).orElseThrow().meeting().votes().find(id).orElseThrow();
    }

    /**
     * {@code singles FIRST LAST}: each of the same rows given alone and all at once, or as many as the journal takes, as many voices would; it groups
     * them itself.
     *
     * @return the time from giving the first until the last one is durable, ms
     */
    private static Object singles(Journal journal, long first, long last) {
        List<Batch> rows = batches(journal, first, last, (int) (last - first + 1));
        long syncs = journal.counters().syncs();
        long begun = System.nanoTime();
        for (int i = 0; i < rows.size(); i += AT_ONCE) {
            CompletableFuture.allOf(rows.subList(i, Math.min(rows.size(), i + AT_ONCE)).stream().map(row -> journal.append(row).toCompletableFuture())
                    .toArray(CompletableFuture[]::new)).join();
        }
        double ms = (System.nanoTime() - begun) / 1e6;
        return Json.MAPPER.createObjectNode().put("ms", ms).put("syncs", journal.counters().syncs() - syncs);
    }

    /**
     * {@code replay FIRST LAST BATCHES}: the same rows in as many batches, one after the other as a room gives them.
     *
     * @return the time from giving the first batch until the last one is durable, ms
     */
    private static Object replay(Journal journal, long first, long last, int count) {
        List<Batch> batches = batches(journal, first, last, count);
        long begun = System.nanoTime();
        for (Batch batch : batches) {
            try {
                journal.append(batch).toCompletableFuture().get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return Json.MAPPER.createObjectNode().put("ms", (System.nanoTime() - begun) / 1e6).put("batches", batches.size());
    }

    private static List<Batch> batches(Journal journal, long first, long last, int count) {
        Head head = Head.empty("replay/" + UUID.randomUUID());
        List<Entry> again = new ArrayList<>();
        for (Entry entry : journal.all("meeting/" + Cast.MEETING, first - 1)) {
            if (entry.seq() > last) {
                break;
            }
            Entry copy = Chain.next(head, Instant.ofEpochMilli(entry.at().toEpochMilli()), entry.type(), entry.actor(), entry.commandId(),
                    entry.payload(), entry.salt());
            again.add(copy);
            head = copy.head();
        }
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Entry> part = again.subList((int) ((long) again.size() * i / count), (int) ((long) again.size() * (i + 1) / count));
            if (!part.isEmpty()) {
                batches.add(Batch.of(part));
            }
        }
        return batches;
    }
}
