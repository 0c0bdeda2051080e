package vn.nghisu.papers;

/** Hears how far a paper is. Called on a worker's thread; must return at once. */
@FunctionalInterface
public interface PaperProgress {
    void pages(String sha256, int done, int total);
}
