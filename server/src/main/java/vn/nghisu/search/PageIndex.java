package vn.nghisu.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.PaperJson;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.Words;

/**
 * The words of all papers, one document a page and each content once, in a folder that may be lost: what is missing, damaged or of an
 * older version is made anew from the papers, in the background. It knows nothing of meetings; who asks names the papers that may be
 * looked into, and nothing of any other paper comes out. Thread-safe; {@link #find} reads from the disk.
 */
public final class PageIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageIndex.class);
    private static final String TEXT = "text";
    private static final String LABEL = "label";
    private static final long END_TIME_MS = 10_000;
    /** How long a removal waits for an index that is being opened, which reads all of its files. */
    private static final long BEGIN_TIME_MS = 120_000;
    /** A paper that can't be read is tried again after this, each time after twice as long. */
    private static final long FIRST_PAUSE_MS = 2_000;
    private static final long LONGEST_PAUSE_MS = 900_000;

    private final Path folder;
    private final PaperStore store;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "page-index");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });
    /** Held by whoever writes into the index. */
    private final Object writing = new Object();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private volatile IndexFolder index;

    private PageIndex(Path folder, PaperStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** Opens the index of a data folder; what it lacks is read in the background. */
    public static PageIndex open(Path dataFolder, PaperStore store) {
        PageIndex pages = new PageIndex(dataFolder.toAbsolutePath().normalize().resolve("search"), store);
        pages.later(() -> pages.begin(false));
        return pages;
    }

    /** A paper whose pages are ready comes into the index soon; one that is there already changes nothing. */
    public void add(String sha256) {
        if (!held.contains(sha256) && waiting.add(sha256)) {
            later(() -> take(sha256, FIRST_PAUSE_MS));
        }
    }

    /**
     * Forgets papers whose originals are gone; nothing of their words is left when it returns. Blocks.
     *
     * @throws IOException when they could not be taken out; the next start does it, since it keeps nothing that has no original
     */
    public void remove(Collection<String> papers) throws IOException {
        try {
            begun.get(BEGIN_TIME_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the search index was there", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the search index is not there yet", e);
        }
        synchronized (writing) {
            if (index == null) {
                throw new IOException("the search index is not open");
            }
            index.remove(papers);
            papers.forEach(held::remove);
        }
    }

    /** How many of these papers can't be found yet, because their words are still to be read. */
    public int missing(Collection<String> papers) {
        return (int) papers.stream().filter(sha256 -> !held.contains(sha256)).count();
    }

    /**
     * Looks into these papers and no other.
     *
     * @param papers content hashes
     * @param papersMost how many papers come out, the best first
     * @param pagesEach how many pages of each are shown; all are counted
     */
    public List<Found> find(Wanted wanted, Collection<String> papers, int papersMost, int pagesEach) {
        IndexFolder now = index;
        if (now == null || papers.isEmpty() || !wanted.isEnough()) {
            return List.of();
        }
        try {
            return now.read(searcher -> find(searcher, wanted, papers, papersMost, pagesEach));
        } catch (AlreadyClosedException e) {
            return List.of(); // the server stops, or the index is being made anew
        } catch (IOException | RuntimeException e) {
            LOG.warn("the search index is damaged and is made anew", e);
            later(() -> {
                if (index == now) {
                    begin(true);
                }
            });
            return List.of();
        }
    }

    static List<Found> find(IndexSearcher searcher, Wanted wanted, Collection<String> papers, int papersMost, int pagesEach) throws IOException {
        BestPages pages = new BestPages();
        searcher.search(PageQuery.of(wanted, papers), pages);
        StoredFields stored = searcher.storedFields();
        List<Found> found = new ArrayList<>();
        for (BestPages.Paper paper : pages.best(papersMost)) {
            List<Found.Page> first = new ArrayList<>();
            for (BestPages.Page page : paper.pages().subList(0, Math.min(pagesEach, paper.pages().size()))) {
                Document document = stored.document(page.doc());
                String text = document.get(TEXT);
                first.add(new Found.Page(page.number(), document.get(LABEL), Snippet.of(text, wanted), wanted.exact() || wanted.isMarkedIn(text)));
            }
            found.add(new Found(paper.sha256(), paper.pages().size(), paper.best(), List.copyOf(first)));
        }
        return found;
    }

    private void begin(boolean anew) {
        try {
            synchronized (writing) {
                if (index != null) {
                    index.close();
                    index = null;
                }
                IndexFolder opened = IndexFolder.open(folder, anew);
                held.clear();
                held.addAll(opened.papers());
                List<String> gone = held.stream().filter(this::isGone).toList(); // destroyed, and a crash came between the file and its words
                if (!gone.isEmpty()) {
                    opened.remove(gone);
                    gone.forEach(held::remove);
                }
                index = opened;
            }
            store.prepared().forEach(this::add);
        } catch (IOException e) {
            LOG.error("the search index can't be opened; nothing is found until the server is started again", e);
        } finally {
            begun.complete(null);
        }
    }

    private boolean isGone(String sha256) {
        return store.original(sha256).isEmpty();
    }

    private void take(String sha256, long pauseMs) {
        waiting.remove(sha256);
        try {
            synchronized (writing) { // what is destroyed meanwhile is taken out after it was put in
                if (index == null || held.contains(sha256) || isGone(sha256)) {
                    return;
                }
                index.put(sha256, pages(sha256));
                held.add(sha256);
            }
        } catch (IOException | RuntimeException e) {
            if (!worker.isShutdown() && waiting.add(sha256)) {
                LOG.warn("the words of paper {} could not be read for search; the next try is in {} s", sha256.substring(0, 12), pauseMs / 1_000, e);
                after(pauseMs, () -> take(sha256, Math.min(pauseMs * 2, LONGEST_PAUSE_MS)));
            }
        }
    }

    private List<Document> pages(String sha256) throws IOException {
        List<Document> pages = new ArrayList<>();
        Manifest manifest = store.manifest(sha256).orElseThrow();
        for (Manifest.Page page : manifest.pages()) {
            Path words = page.words().flatMap(name -> store.file(sha256, name)).orElse(null);
            String text = words == null ? "" : PaperJson.read(Files.readAllBytes(words), Words.class).text();
            pages.add(document(sha256, pages.size() + 1, page.label(), text));
        }
        return pages;
    }

    static Document document(String sha256, int page, String label, String text) {
        List<Syllable> words = Syllable.of(text);
        Document document = new Document();
        document.add(new StringField(PageQuery.SHA256, sha256, Field.Store.NO));
        document.add(new SortedDocValuesField(BestPages.PAPER, new BytesRef(sha256)));
        document.add(new NumericDocValuesField(BestPages.PAGE, page));
        document.add(new TextField(PageQuery.PLAIN, words.stream().map(Syllable::plain).collect(Collectors.joining(" ")), Field.Store.NO));
        document.add(new TextField(PageQuery.MARKED, words.stream().map(Syllable::marked).collect(Collectors.joining(" ")), Field.Store.NO));
        document.add(new StoredField(TEXT, text));
        document.add(new StoredField(LABEL, label));
        return document;
    }

    private void later(Runnable work) {
        after(0, work);
    }

    private void after(long pauseMs, Runnable work) {
        try {
            worker.schedule(work, pauseMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the server stops; the next start reads what is missing");
        }
    }

    /** The paper in hand is finished first: an interrupt would close the index's files under Lucene's hands. */
    @Override
    public void close() {
        worker.getQueue().clear();
        begun.complete(null);
        worker.shutdown();
        try {
            worker.awaitTermination(END_TIME_MS, TimeUnit.MILLISECONDS);
            if (index != null) {
                index.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the search index was not closed well; the next start looks at it", e);
        }
    }
}
