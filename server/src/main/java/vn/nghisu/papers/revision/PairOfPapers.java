package vn.nghisu.papers.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.PaperJson;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.Words;

/** An older and a newer revision with their words matched. Holds all words of both while it lives: make it, ask it, let it go. */
public final class PairOfPapers {
    final Manifest older;
    final Manifest newer;
    final List<Optional<Words>> olderWords;
    final List<Optional<Words>> newerWords;
    final WordLine olderLine;
    final WordLine newerLine;
    final Alignment alignment;

    private PairOfPapers(Manifest older, Manifest newer, List<Optional<Words>> olderWords, List<Optional<Words>> newerWords) {
        this.older = older;
        this.newer = newer;
        this.olderWords = olderWords;
        this.newerWords = newerWords;
        WordLine.Vocabulary vocabulary = new WordLine.Vocabulary();
        this.olderLine = WordLine.of(olderWords, vocabulary);
        this.newerLine = WordLine.of(newerWords, vocabulary);
        this.alignment = Alignment.of(olderLine.word, newerLine.word);
    }

    /** Empty when one of them is not ready. */
    public static Optional<PairOfPapers> open(PaperStore store, String olderSha256, String newerSha256) {
        return store.manifest(olderSha256).flatMap(older -> store.manifest(newerSha256).map(newer ->
                of(older, newer, words(store, older), words(store, newer))));
    }

    static PairOfPapers of(Manifest older, Manifest newer, List<Optional<Words>> olderWords, List<Optional<Words>> newerWords) {
        return new PairOfPapers(older, newer, olderWords, newerWords);
    }

    /** @param pictures where two page images differ: x, y, w, h in thousandths of the page; asked only where words don't tell */
    public Changes changes(BiFunction<Manifest.Page, Manifest.Page, List<List<Integer>>> pictures) {
        return new Comparing(this, pictures).changes();
    }

    private static List<Optional<Words>> words(PaperStore store, Manifest manifest) {
        List<Optional<Words>> words = new ArrayList<>();
        for (Manifest.Page page : manifest.pages()) {
            words.add(page.words().flatMap(name -> store.file(manifest.sha256(), name)).map(file -> {
                try {
                    return PaperJson.read(Files.readAllBytes(file), Words.class);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
        return words;
    }
}
