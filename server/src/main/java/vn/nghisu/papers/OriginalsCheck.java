package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds stored papers, and the files of which they were made, against the SHA-256 by which they are named. Changes nothing, so also for a folder that is only to be read.
 *
 * @param papers how many were looked at, up to the first bad one
 * @param bad the first that is not what its name says
 */
public record OriginalsCheck(int papers, Optional<Path> bad) {

    public static OriginalsCheck run(Path dataFolder) throws IOException {
        int papers = 0;
        for (Path paper : PaperStore.papers(dataFolder.resolve("papers"))) {
            Path original = paper.resolve("original");
            if (Files.exists(original)) {
                papers++;
                if (!Sha256.of(original).equals(paper.getFileName().toString())) {
                    return new OriginalsCheck(papers, Optional.of(original));
                }
                Optional<Path> badSource = badSource(paper);
                if (badSource.isPresent()) {
                    return new OriginalsCheck(papers, badSource);
                }
            }
        }
        return new OriginalsCheck(papers, Optional.empty());
    }

    private static Optional<Path> badSource(Path paper) throws IOException {
        try (DirectoryStream<Path> sources = Files.newDirectoryStream(paper, PaperStore.SOURCE + "*")) {
            for (Path source : sources) {
                if (!source.getFileName().toString().equals(PaperStore.SOURCE + Sha256.of(source))) {
                    return Optional.of(source);
                }
            }
            return Optional.empty();
        }
    }
}
