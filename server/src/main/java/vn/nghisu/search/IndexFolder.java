package vn.nghisu.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.papers.WorkFolders;

/** The files of the index. A paper is in it with all its pages or not at all. One thread writes, any number read. */
final class IndexFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    /** Of what a page's document holds and how words are folded. */
    private static final String VERSION = "1";
    private static final String VERSION_KEY = "version";
    private static final double MEMORY_MB = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private IndexFolder(Path folder) throws IOException {
        directory = new NIOFSDirectory(folder);
        IndexWriter opened = null;
        try {
            // without this a segment keeps the words of what was taken out until a tenth of it is gone
            opened = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                    .setRAMBufferSizeMB(MEMORY_MB).setSimilarity(new BooleanSimilarity()).setCommitOnClose(false));
            opened.setLiveCommitData(Map.of(VERSION_KEY, VERSION).entrySet());
            searchers = new SearcherManager(opened, null);
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                opened.rollback();
            }
            directory.close();
            throw e;
        }
        writer = opened;
    }

    /** @param anew whether to begin with an empty one in any case */
    static IndexFolder open(Path folder, boolean anew) throws IOException {
        if (anew || !isSound(folder)) {
            WorkFolders.remove(folder);
        }
        Files.createDirectories(folder);
        return new IndexFolder(folder);
    }

    /** Whether there is an index of this version whose files are as they were written; reads all of them. */
    private static boolean isSound(Path folder) {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Directory directory = new NIOFSDirectory(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return false;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                if (!VERSION.equals(reader.getIndexCommit().getUserData().get(VERSION_KEY))) {
                    LOG.info("the search index is of another version and is made anew");
                    return false;
                }
                for (LeafReaderContext leaf : reader.leaves()) {
                    ((SegmentReader) leaf.reader()).checkIntegrity();
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("the search index is damaged and is made anew: {}", e.toString());
            return false;
        }
    }

    /** Content hashes of the papers in it. */
    Set<String> papers() throws IOException {
        return read(searcher -> {
            Set<String> papers = new HashSet<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Terms terms = leaf.reader().terms(PageQuery.SHA256);
                if (terms != null) {
                    TermsEnum each = terms.iterator();
                    for (BytesRef name = each.next(); name != null; name = each.next()) {
                        papers.add(name.utf8ToString());
                    }
                }
            }
            return papers;
        });
    }

    /** Puts all pages of a paper in, in place of those it may hold; durable when it returns. */
    void put(String sha256, List<Document> pages) throws IOException {
        writer.updateDocuments(new Term(PageQuery.SHA256, sha256), pages);
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** Takes the pages of papers out, also what was kept of their words; durable when it returns. */
    void remove(Collection<String> papers) throws IOException {
        writer.deleteDocuments(papers.stream().map(sha256 -> new Term(PageQuery.SHA256, sha256)).toArray(Term[]::new));
        writer.forceMergeDeletes(true);
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** Something done with a searcher that sees the papers put in before. */
    @FunctionalInterface
    interface Reading<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            searcher.setSimilarity(new BooleanSimilarity());
            return reading.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback(); // what was put in was committed
        directory.close();
    }
}
