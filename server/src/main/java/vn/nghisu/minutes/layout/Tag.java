package vn.nghisu.minutes.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What a piece of the paper is, for who has it read aloud: an element of the structure tree (ISO 32000-1 §14.8.4), with the places on the
 * pages where it stands. What belongs to no element, such as rules and page numbers, is an {@link #ARTIFACT}.
 */
final class Tag {
    static final Tag ARTIFACT = new Tag("Artifact");

    /** @param mark number of the marked content on its page */
    record Spot(PDPage page, int mark) {}

    private final String type;
    private final List<Tag> children = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private Optional<String> words = Optional.empty();
    private Optional<float[]> box = Optional.empty();

    private Tag(String type) {
        this.type = type;
    }

    static Tag document() {
        return new Tag("Document");
    }

    Tag child(String childType) {
        Tag child = new Tag(childType);
        children.add(child);
        return child;
    }

    /** Words in place of what can't be read aloud. */
    Tag saying(String said) {
        words = Optional.of(said);
        return this;
    }

    void stands(PDPage page, int mark) {
        spots.add(new Spot(page, mark));
    }

    /** Left, bottom, right and top of a picture on its page, in points from the bottom left. */
    void fills(float... edges) {
        box = Optional.of(edges);
    }

    String type() {
        return type;
    }

    List<Tag> children() {
        return children;
    }

    List<Spot> spots() {
        return spots;
    }

    Optional<String> words() {
        return words;
    }

    Optional<float[]> box() {
        return box;
    }
}
