package vn.nghisu.papers;

/**
 * Every bound of intake and rendering.
 *
 * @param fileBytes largest paper taken in
 * @param pages most pages a paper may have
 * @param imagePixels most pixels one picture inside a paper may have
 * @param freeShare uploads are refused when less than this share of the disk is free ...
 * @param freeBytes ... and less than this many bytes
 * @param checkTimeMs time for opening and looking through a new paper
 * @param firstPageTimeMs time for reading the text of its first page
 * @param pageTimeMs time for drawing one page
 * @param paperTimeMs time for all pages of a paper; what is left then is marked failed
 * @param childDeaths children one paper may cost before the rest of its pages is given up
 * @param childHeapMb heap of a child
 */
public record PaperLimits(
        long fileBytes,
        int pages,
        long imagePixels,
        double freeShare,
        long freeBytes,
        long checkTimeMs,
        long firstPageTimeMs,
        long pageTimeMs,
        long paperTimeMs,
        int childDeaths,
        int childHeapMb) {

    private static final long MIB = 1024L * 1024;

    public static PaperLimits usual() {
        return new PaperLimits(200 * MIB, 1_000, 500_000_000L, 0.10, 20 * 1024 * MIB, 30_000, 10_000, 20_000, 45 * 60_000L, 20, 512);
    }

    /** The same with other times, for slow machines and for tests. */
    public PaperLimits within(long checkMs, long firstPageMs, long pageMs) {
        return new PaperLimits(
                fileBytes, pages, imagePixels, freeShare, freeBytes, checkMs, firstPageMs, pageMs, paperTimeMs, childDeaths, childHeapMb);
    }

    public PaperLimits withFileBytes(long most) {
        return new PaperLimits(
                most, pages, imagePixels, freeShare, freeBytes, checkTimeMs, firstPageTimeMs, pageTimeMs, paperTimeMs, childDeaths, childHeapMb);
    }

    public PaperLimits withPages(int most) {
        return new PaperLimits(
                fileBytes, most, imagePixels, freeShare, freeBytes, checkTimeMs, firstPageTimeMs, pageTimeMs, paperTimeMs, childDeaths, childHeapMb);
    }

    public PaperLimits withFreeShare(double share, long bytes) {
        return new PaperLimits(
                fileBytes, pages, imagePixels, share, bytes, checkTimeMs, firstPageTimeMs, pageTimeMs, paperTimeMs, childDeaths, childHeapMb);
    }
}
