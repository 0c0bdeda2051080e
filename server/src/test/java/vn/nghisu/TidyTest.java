package vn.nghisu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Mark;
import vn.nghisu.minutes.PaperFault;
import vn.nghisu.notes.NoteFault;
import vn.nghisu.web.security.Problem;

/** What a reader of the sources would otherwise have to check by eye. */
class TidyTest {
    private static final int LONGEST_FILE_LINES = 400;
    /** Written by the build, never by hand. */
    private static final Set<String> GENERATED = Set.of("protocol.ts");
    private static final Set<String> NOT_OURS = Set.of("node_modules", "target", "dist", ".git", "test-results", "playwright-report");
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");
    /** Words that stand in an English sentence and in no Vietnamese one. */
    private static final Set<String> ENGLISH = Set.of(
            "the", "is", "are", "not", "has", "have", "been", "please", "meeting", "vote", "paper", "item", "this", "that", "of", "and", "you",
            "your", "there", "must", "with", "code", "password", "session", "file", "page", "error", "invalid", "request", "server", "failed");

    @Test
    void no_source_file_is_longer_than_two_hands_can_hold() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources(".java", ".ts", ".css")) {
            long lines = Files.readString(file).lines().count();
            if (lines > LONGEST_FILE_LINES && !GENERATED.contains(file.getFileName().toString())) {
                tooLong.add(ArchitectureTest.root().relativize(file) + ": " + lines);
            }
        }
        assertThat(tooLong).as("files to split by subject").isEmpty();
    }

    /** What signing out has to know of it: where keys and codes lie on the device, without any mathematics. */
    private static final List<String> SMALL_PARTS = List.of("/secret/key-shelf.ts", "/secret/own-codes.ts");

    @Test
    void the_secret_ballot_comes_to_a_client_only_when_it_is_needed() throws IOException {
        Pattern early = Pattern.compile("(?!import type |export type ).*(from|^import) \"[^\"]*(/secret/|@noble/)[^\"]*\".*");
        List<String> shell = new ArrayList<>();
        int own = 0;
        for (Path file : sources(".ts")) {
            String name = ArchitectureTest.root().relativize(file).toString().replace('\\', '/');
            if (!name.matches("[a-z-]+/src/.*") || name.endsWith(".test.ts")) {
                continue;
            }
            boolean inside = name.contains("/src/secret/");
            for (String line : Files.readAllLines(file)) {
                if (early.matcher(line).matches()) {
                    own += inside ? 1 : 0;
                    if (!inside && SMALL_PARTS.stream().noneMatch(line::contains)) {
                        shell.add(name + ": " + line);
                    }
                }
            }
        }
        assertThat(own).isPositive();
        assertThat(shell).as("files that import it other than by import()").isEmpty();
    }

    @Test
    void every_text_of_the_server_stands_in_both_languages() {
        assertThat(texts()).hasSizeGreaterThan(70).allSatisfy(text -> {
            assertThat(text.vi()).isNotBlank();
            assertThat(text.en()).isNotBlank();
            assertThat(gaps(text.vi())).as("gaps of " + text).isEqualTo(gaps(text.en()));
        });
    }

    @Test
    void no_english_word_is_left_in_a_vietnamese_text() {
        assertThat(texts()).allSatisfy(text ->
                assertThat(words(text.vi())).as(text.vi()).doesNotContainAnyElementsOf(ENGLISH));
    }

    @Test
    void vietnamese_texts_are_vietnamese_and_composed() {
        assertThat(texts()).allSatisfy(text -> {
            assertThat(text.vi()).matches(vi -> Normalizer.isNormalized(vi, Normalizer.Form.NFC), "in NFC");
            assertThat(text.vi()).as("has a letter that only Vietnamese has").matches("(?s).*[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐ].*");
            assertThat(text.en()).as("has none").matches("(?s)[\\x20-\\x7e“”–{}]*");
        });
    }

    @Test
    void sentences_end_and_labels_don_t() {
        assertThat(Stream.concat(Arrays.stream(Reason.values()).map(Reason::text), problems()))
                .filteredOn(text -> !text.en().endsWith("@ -"))
                .allSatisfy(text -> {
                    assertThat(text.vi()).endsWith(".");
                    assertThat(text.en()).endsWith(".");
                });
    }

    @Test
    void every_reason_for_a_refusal_is_given_somewhere_and_has_a_story() throws IOException {
        StringBuilder product = new StringBuilder();
        StringBuilder stories = new StringBuilder();
        for (Path file : sources(".java")) {
            (file.toString().contains("/src/main/") ? product : stories).append(Files.readString(file));
        }
        assertThat(Reason.values()).allSatisfy(reason -> {
            Pattern name = Pattern.compile("Reason\\." + reason + "\\b");
            assertThat(name.matcher(product).find()).as(reason + " is given").isTrue();
            assertThat(name.matcher(stories).find()).as(reason + " has a story").isTrue();
        });
    }

    private static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        Arrays.stream(Reason.values()).map(Reason::text).forEach(texts::add);
        problems().forEach(texts::add);
        Arrays.stream(NoteFault.values()).map(fault -> new Text(fault.sentence(Language.VI), fault.sentence(Language.EN))).forEach(texts::add);
        Arrays.stream(PaperFault.values()).map(PaperFault::text).forEach(texts::add);
        Arrays.stream(DocumentKind.values()).map(DocumentKind::label).forEach(texts::add);
        Arrays.stream(ChoiceSet.values()).flatMap(set -> set.choices().stream()).map(Mark::label).forEach(texts::add);
        Arrays.stream(Fields.class.getFields()).forEach(field -> {
            try {
                texts.add((Text) field.get(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
        return texts;
    }

    private static Stream<Text> problems() {
        return Arrays.stream(Problem.values()).map(problem -> new Text(problem.sentence(Language.VI), problem.sentence(Language.EN)));
    }

    private static Set<String> gaps(String sentence) {
        Matcher gap = GAP.matcher(sentence);
        Set<String> found = new java.util.TreeSet<>();
        while (gap.find()) {
            found.add(gap.group(1));
        }
        return found;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).toList();
    }

    private static List<Path> sources(String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ArchitectureTest.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(String.valueOf(folder.getFileName())) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Arrays.stream(endings).anyMatch(file.toString()::endsWith)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }
}
