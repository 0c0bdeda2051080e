package vn.nghisu.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.nghisu.papers.revision.Changes;

/**
 * Papers and what was made of them, by content hash:
 *
 * <pre>
 * papers/quarantine/{random}            uploads on their way in
 * papers/arriving/                      {@link Arrivals}
 * papers/made/{sha256 of a source}      the SHA-256 of the paper that was made of it
 * papers/work/{random}/                 temporary folders of children and of the demo
 * papers/fonts/                         what children remember of the machine's fonts
 * papers/{2 hex}/{sha256}/original      the PDF that is read, as it came or as it was made of another file, whose SHA-256 it then names
 *                                       in its information; exists only when everything before it is durable
 * papers/{2 hex}/{sha256}/source-{sha}  the office file or picture of which it was made, as it came, by its own SHA-256
 * papers/{2 hex}/{sha256}/clean         the PDF without scripts, actions and attached files, for downloads of one that has any
 * papers/{2 hex}/{sha256}/report.json   {@link Preflight}
 * papers/{2 hex}/{sha256}/progress      pages done so far, while pages are being made
 * papers/{2 hex}/{sha256}/pages/{name}  page images, thumbs, words, the {@link PaperText}, named by their own hash
 * papers/{2 hex}/{sha256}/manifest.json exists only when every page is done
 * papers/{2 hex}/{sha256}/changes-{sha256 of an older revision}.json  {@link vn.nghisu.papers.revision.Changes}
 * papers/{2 hex}/{sha256}/tiles/{name}  pages drawn larger and cut into squares, named by their own hash, made when first asked for
 * papers/{2 hex}/{sha256}/tiles/{page}-{level}.v{version}.json  {@link TileSheet}; exists only when all its squares do
 * </pre>
 *
 * Nothing in it ever changes once it has its name. Thread-safe; one process per data folder.
 */
public final class PaperStore {
    private static final Pattern PAGE_FILE = Pattern.compile("[0-9a-f]{32}\\.(webp|png|jpg|json)");
    private static final int RANDOM_BYTES = 16;
    /** Before the SHA-256 of a file of which a paper was made. */
    static final String SOURCE = "source-";

    private final Path root;
    private final PaperLimits limits;
    private final SecureRandom random = new SecureRandom();
    private final WorkFolders work;

    private PaperStore(Path root, PaperLimits limits) {
        this.root = root;
        this.limits = limits;
        this.work = new WorkFolders(root.resolve("work"));
    }

    /** Opens the store below a data folder, makes its folders and removes what an earlier process left half done. */
    public static PaperStore open(Path dataFolder, PaperLimits limits) throws IOException {
        PaperStore store = new PaperStore(dataFolder.toAbsolutePath().normalize().resolve("papers"), limits);
        store.sweep();
        return store;
    }

    /** The certificates that are trusted when signatures are looked at: {@code trust/} beside this store. */
    Path trust() {
        return root.toAbsolutePath().resolveSibling("trust");
    }

    public PaperLimits limits() {
        return limits;
    }

    /** A new path to stream an upload into; hand it to {@link Intake#accept}, which always removes it. */
    public Path quarantine() {
        return root.resolve("quarantine").resolve(randomName());
    }

    /** A refusal when a paper of so many bytes is too large, or the disk is too full to take it; ask before an upload is read. */
    public Optional<PaperRefusal> room(long bytes) {
        if (bytes > limits.fileBytes()) {
            return Optional.of(Refusals.tooLarge(bytes, limits.fileBytes()));
        }
        return disk(bytes);
    }

    /** Bytes that the disk still takes; none where it does not say. */
    public long freeBytes() {
        try {
            return Disk.freeBytes(root);
        } catch (IOException e) {
            return 0;
        }
    }

    /** A refusal when the disk is too full to take so many bytes more. */
    Optional<PaperRefusal> disk(long bytes) {
        try {
            FileStore disk = Files.getFileStore(root);
            long least = Math.min((long) (disk.getTotalSpace() * limits.freeShare()), limits.freeBytes());
            return disk.getUsableSpace() - bytes < least ? Optional.of(Refusals.diskFull()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what went wrong may have done so for want of space; never fails. */
    Optional<PaperRefusal> fullDisk() {
        try {
            return disk(0);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    Path arrivingFolder() {
        return root.resolve("arriving");
    }

    public Optional<Path> original(String sha256) {
        return existing(sha256, "original");
    }

    /** The file of which the paper was made; empty for a PDF that came as one. */
    public Optional<Path> source(String sha256) {
        return report(sha256).flatMap(Preflight::madeFrom).flatMap(made -> existing(sha256, SOURCE + made.sha256()));
    }

    /** The PDF without what could act on a reader's device; empty when it needs none or has none yet. */
    public Optional<Path> clean(String sha256) {
        return existing(sha256, "clean");
    }

    /** The paper that was made of a file before. */
    Optional<String> madeOf(String source) throws IOException {
        Path note = root.resolve("made").resolve(source);
        return Files.isRegularFile(note) ? Optional.of(Files.readString(note).strip()).filter(made -> original(made).isPresent()) : Optional.empty();
    }

    /** The ready manifest; empty while pages are still being made. */
    public Optional<Manifest> manifest(String sha256) {
        return manifestFile(sha256).map(file -> read(file, Manifest.class));
    }

    /** The same as a file, to be sent as it is. */
    public Optional<Path> manifestFile(String sha256) {
        return existing(sha256, "manifest.json");
    }

    public Optional<Preflight> report(String sha256) {
        return existing(sha256, "report.json").map(file -> read(file, Preflight.class));
    }

    /** A page image, thumb, words or text file by the name that the manifest gives; empty for any other name. */
    public Optional<Path> file(String sha256, String name) {
        if (!Sha256.isName(sha256) || name == null || !PAGE_FILE.matcher(name).matches()) {
            return Optional.empty();
        }
        return Stream.of(pages(sha256), tiles(sha256)).map(folder -> folder.resolve(name)).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).findFirst();
    }

    /** The squares of a page that was drawn larger, if it was: a {@link TileSheet} as JSON. */
    Optional<Path> tileSheet(String sha256, int page, int level) {
        return existing(sha256, "tiles/" + sheetName(page, level));
    }

    /** Takes a square that a child has made and names it by its content. */
    String keepTile(String sha256, Path made, String extension) throws IOException {
        String name = Sha256.of(made).substring(0, 32) + "." + extension;
        Files.createDirectories(tiles(sha256));
        DurableFile.sync(made);
        Files.move(made, tiles(sha256).resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return name;
    }

    /** Called when all its squares are kept. */
    Path keepTileSheet(String sha256, int page, int level, TileSheet sheet) throws IOException {
        Path file = tiles(sha256).resolve(sheetName(page, level));
        DurableFile.write(file, PaperJson.write(sheet));
        return file;
    }

    /** What another version of the server has made is not found, and so made anew. */
    private static String sheetName(int page, int level) {
        return page + "-" + level + ".v" + TileSheet.VERSION + ".json";
    }

    private Path tiles(String sha256) {
        return folder(sha256).resolve("tiles");
    }

    /** What changed between two revisions, when it has been found out already. */
    Optional<Path> changesFile(String newerSha256, String olderSha256) {
        return Sha256.isName(olderSha256) ? existing(newerSha256, changesName(olderSha256)) : Optional.empty();
    }

    Path keepChanges(Changes changes) throws IOException {
        Path file = folder(changes.to()).resolve(changesName(changes.from()));
        DurableFile.write(file, PaperJson.write(changes));
        return file;
    }

    private static String changesName(String olderSha256) {
        return "changes-" + olderSha256 + ".v" + Changes.VERSION + ".json";
    }

    /** Content hashes of all papers whose pages are ready; reads the folders. */
    public List<String> prepared() throws IOException {
        return papers(root).stream().map(paper -> paper.getFileName().toString()).filter(sha256 -> manifestFile(sha256).isPresent()).toList();
    }

    /** Papers that are stored but whose pages are not all made: for tests. */
    List<String> unfinished() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path paper : papers(root)) {
            String sha256 = paper.getFileName().toString();
            if (original(sha256).isPresent() && manifestFile(sha256).isEmpty()) {
                found.add(sha256);
            }
        }
        return found;
    }

    /** The folders of all papers. */
    static List<Path> papers(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path shelf : children(root)) {
            if (shelf.getFileName().toString().length() == 2) {
                found.addAll(children(shelf));
            }
        }
        return found;
    }

    /**
     * Gives a checked PDF its name.
     *
     * @param clean its rendition for downloads, when it needs one
     * @param source the file of which it was made, when it was made
     */
    void keep(Path pdf, String sha256, Preflight report, Optional<Path> clean, Optional<Path> source) throws IOException {
        Path folder = folder(sha256);
        Files.createDirectories(folder.resolve("pages"));
        DurableFile.syncFolder(folder.getParent());
        DurableFile.write(folder.resolve("report.json"), PaperJson.write(report));
        if (clean.isPresent()) {
            keepClean(sha256, clean.get());
        }
        if (source.isPresent()) {
            DurableFile.move(source.get(), folder.resolve(SOURCE + report.madeFrom().orElseThrow().sha256()));
        }
        DurableFile.move(pdf, folder.resolve("original"));
        if (source.isPresent()) {
            DurableFile.write(root.resolve("made").resolve(report.madeFrom().orElseThrow().sha256()), sha256.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** @return where it lies now */
    Path keepClean(String sha256, Path made) throws IOException {
        DurableFile.move(made, folder(sha256).resolve("clean"));
        return folder(sha256).resolve("clean");
    }

    /** Takes a file that a child has made and names it by its content. */
    String keepPageFile(String sha256, Path made, String extension) throws IOException {
        String name = Sha256.of(made).substring(0, 32) + "." + extension;
        Files.move(made, pages(sha256).resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return name;
    }

    /** Keeps the text of a whole paper, named by its content. */
    String keepText(String sha256, PaperText text) throws IOException {
        byte[] json = PaperJson.write(text);
        String name = Sha256.of(json).substring(0, 32) + ".json";
        Files.write(pages(sha256).resolve(name), json);
        return name;
    }

    /** Removes a file of which no paper was made. */
    void drop(String sha256) {
        try {
            Optional<Preflight.Source> source = report(sha256).flatMap(Preflight::madeFrom);
            Files.deleteIfExists(folder(sha256).resolve("original")); // without it the next start removes the rest
            WorkFolders.remove(folder(sha256));
            if (source.isPresent()) {
                Files.deleteIfExists(root.resolve("made").resolve(source.get().sha256()));
            }
        } catch (IOException e) {
            // the next start removes it
        }
    }

    Path progressFile(String sha256) {
        return folder(sha256).resolve("progress");
    }

    Path pages(String sha256) {
        return folder(sha256).resolve("pages");
    }

    /** Makes every page file durable, then the manifest, whose existence says that all is there. */
    void finish(Manifest manifest) throws IOException {
        for (Path file : children(pages(manifest.sha256()))) {
            DurableFile.sync(file);
        }
        DurableFile.syncFolder(pages(manifest.sha256()));
        DurableFile.write(folder(manifest.sha256()).resolve("manifest.json"), PaperJson.write(manifest));
        Files.deleteIfExists(progressFile(manifest.sha256()));
    }

    /** Folders for what is being made. */
    public WorkFolders work() {
        return work;
    }

    /** Where children remember which fonts the machine has. */
    Path fontCache() {
        return root.resolve("fonts");
    }

    /** Removes a paper with all that was made of it, for good; what a crash leaves of it the next start sweeps away. @throws IOException when something of it is still there */
    public void destroy(String sha256) throws IOException {
        Files.deleteIfExists(folder(sha256).resolve("original"));
        WorkFolders.remove(folder(sha256));
        if (holds(sha256)) {
            throw new IOException("not all files of a paper could be removed");
        }
    }

    /** Whether there is anything of a paper. */
    public boolean holds(String sha256) {
        return Files.exists(folder(sha256), LinkOption.NOFOLLOW_LINKS);
    }

    private void sweep() throws IOException {
        for (Path folder : List.of(root.resolve("quarantine"), work.root())) {
            WorkFolders.remove(folder);
            Files.createDirectories(folder);
        }
        Files.createDirectories(fontCache());
        Files.createDirectories(root.resolve("made"));
        for (Path paper : papers(root)) {
            if (!Files.exists(paper.resolve("original"))) {
                WorkFolders.remove(paper);
            } else if (Files.exists(paper.resolve("manifest.json"))) {
                Files.deleteIfExists(paper.resolve("progress"));
            }
        }
    }

    private Path folder(String sha256) {
        if (!Sha256.isName(sha256)) {
            throw new IllegalArgumentException("not a SHA-256 name");
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private Optional<Path> existing(String sha256, String name) {
        return Sha256.isName(sha256) ? Optional.of(folder(sha256).resolve(name)).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) : Optional.empty();
    }

    private String randomName() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return PaperJson.read(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
