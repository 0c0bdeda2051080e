package vn.nghisu.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Collects every page that was found, by its paper. */
final class BestPages extends SimpleCollector {
    static final String PAPER = "paper";
    static final String PAGE = "page";

    private final Map<String, Paper> papers = new HashMap<>();
    private SortedDocValues names;
    private NumericDocValues numbers;
    private Scorable scorer;
    private int start;

    record Page(int number, float score, int doc) {}

    record Paper(String sha256, List<Page> pages) {
        float best() {
            return pages.get(0).score();
        }
    }

    /** The best papers, each with its pages, best first. */
    List<Paper> best(int most) {
        papers.values().forEach(paper -> paper.pages().sort(Comparator.comparing((Page page) -> -page.score()).thenComparing(Page::number)));
        return papers.values().stream()
                .sorted(Comparator.comparing((Paper paper) -> -paper.best()).thenComparing(paper -> -paper.pages().size()).thenComparing(Paper::sha256))
                .limit(most)
                .toList();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        names = DocValues.getSorted(leaf.reader(), PAPER);
        numbers = DocValues.getNumeric(leaf.reader(), PAGE);
        start = leaf.docBase;
    }

    @Override
    public void setScorer(Scorable now) {
        scorer = now;
    }

    @Override
    public void collect(int doc) throws IOException {
        if (names.advanceExact(doc) && numbers.advanceExact(doc)) {
            papers.computeIfAbsent(name(), sha256 -> new Paper(sha256, new ArrayList<>()))
                    .pages().add(new Page((int) numbers.longValue(), scorer.score(), start + doc));
        }
    }

    private String name() throws IOException {
        return names.lookupOrd(names.ordValue()).utf8ToString();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }
}
