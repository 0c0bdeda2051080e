package vn.nghisu.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads on their way in, which outlive a lost connection and a restart:
 *
 * <pre>
 * papers/arriving/{key}.json   {@link Arrival}
 * papers/arriving/{key}.part   what has come of it; its length is where the next piece goes
 * </pre>
 *
 * A day after it was begun an upload is swept away. Thread-safe.
 */
public final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    public static final Duration AGE = Duration.ofDays(1);
    public static final int OF_ONE_PERSON = 40;
    public static final int OF_ALL = 400;
    /** After a restart so much of each is asked for again: the last writes may have reached the disk out of order. */
    private static final long UNSURE_BYTES = 1 << 20;

    private final PaperStore store;
    private final Path folder;
    private final Clock clock;
    private final Map<String, Arrival> all = new ConcurrentHashMap<>();
    /** Held while one is begun, so that all keep to the limits together. */
    private final Object beginning = new Object();

    private Arrivals(PaperStore store, Clock clock) {
        this.store = store;
        this.folder = store.arrivingFolder();
        this.clock = clock;
    }

    /** Takes up what was unfinished when the server ended. */
    public static Arrivals open(PaperStore store, Clock clock) throws IOException {
        Arrivals arrivals = new Arrivals(store, clock);
        Files.createDirectories(arrivals.folder);
        try (Stream<Path> files = Files.list(arrivals.folder)) {
            for (Path file : files.toList()) {
                arrivals.recall(file);
            }
        }
        arrivals.sweep();
        return arrivals;
    }

    private void recall(Path file) throws IOException {
        String name = file.getFileName().toString();
        String key = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (name.endsWith(".json")) {
            try {
                all.put(key, PaperJson.read(Files.readAllBytes(file), Arrival.class));
                Path part = part(key);
                if (Files.exists(part)) {
                    cut(part, Math.max(0, Files.size(part) - UNSURE_BYTES));
                }
            } catch (IOException e) {
                Files.deleteIfExists(file);
            }
        } else if (!name.endsWith(".part") || !Files.exists(folder.resolve(key + ".json"))) {
            Files.deleteIfExists(file);
        }
    }

    /** Begins an upload; the same again is the one that is there. A refusal when there is no room for it. Writes to the disk. */
    public Optional<PaperRefusal> begin(Arrival wanted) throws IOException {
        sweep();
        synchronized (beginning) {
            Arrival there = all.get(wanted.key());
            if (there != null) {
                return there.bytes() == wanted.bytes() ? Optional.empty() : Optional.of(Refusals.otherFile());
            }
            if (wanted.bytes() <= 0) {
                return Optional.of(Refusals.empty());
            }
            if (wanted.bytes() > store.limits().fileBytes()) {
                return Optional.of(Refusals.tooLarge(wanted.bytes(), store.limits().fileBytes()));
            }
            if (all.size() >= OF_ALL || all.values().stream().filter(arrival -> arrival.person().equals(wanted.person())).count() >= OF_ONE_PERSON) {
                return Optional.of(Refusals.tooManyArriving());
            }
            long stillToCome = wanted.bytes();
            for (Arrival arrival : all.values()) {
                stillToCome += Math.max(0, arrival.bytes() - length(arrival));
            }
            Optional<PaperRefusal> full = store.disk(stillToCome);
            if (full.isEmpty()) {
                DurableFile.write(folder.resolve(wanted.key() + ".json"), PaperJson.write(wanted));
                all.put(wanted.key(), wanted);
            }
            return full;
        }
    }

    /** Waits for no disk. */
    public Optional<Arrival> find(String meeting, String person, UUID upload) {
        return Optional.ofNullable(all.get(new Arrival(upload, person, meeting, "", 0, "", "", 0).key())).filter(arrival -> !isOld(arrival));
    }

    /** A person's own in a meeting, the oldest first. Waits for no disk. */
    public List<Arrival> of(String meeting, String person) {
        return all.values().stream()
                .filter(arrival -> arrival.meeting().equals(meeting) && arrival.person().equals(person) && !isOld(arrival))
                .sorted(Comparator.comparingLong(Arrival::begunMs))
                .toList();
    }

    /** Where its pieces go; need not be there yet. */
    public Path part(Arrival arrival) {
        return part(arrival.key());
    }

    /** How much of it has come; asks the disk. */
    public long length(Arrival arrival) {
        try {
            return Files.size(part(arrival));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Back to what was sure before a piece that was not written whole. */
    public void cut(Arrival arrival, long bytes) throws IOException {
        if (Files.exists(part(arrival))) {
            cut(part(arrival), bytes);
        }
    }

    /** It has become a paper, was refused or called off. */
    public void end(Arrival arrival) {
        remove(arrival.key());
    }

    public void sweep() {
        all.entrySet().stream().filter(entry -> isOld(entry.getValue())).map(Map.Entry::getKey).toList().forEach(this::remove);
    }

    private boolean isOld(Arrival arrival) {
        return clock.millis() - arrival.begunMs() > AGE.toMillis();
    }

    private void remove(String key) {
        try {
            Files.deleteIfExists(folder.resolve(key + ".json"));
            Files.deleteIfExists(part(key));
        } catch (IOException e) {
            LOG.warn("an upload that has ended could not be removed", e);
        }
        all.remove(key); // last: one that is begun again under this key must not lose its files
    }

    private Path part(String key) {
        return folder.resolve(key + ".part");
    }

    private static void cut(Path part, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }
}
