package vn.nghisu.meeting.conclusions;

import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The chair's conclusions, by item id: plain text, paragraphs separated by line ends. */
public record Conclusions(PMap<String, String> byItem) {

    public static Conclusions empty() {
        return new Conclusions(HashTreePMap.empty());
    }

    public Optional<String> of(String item) {
        return Optional.ofNullable(byItem.get(item));
    }

    Conclusions with(String item, String text) {
        return new Conclusions(text.isBlank() ? byItem.minus(item) : byItem.plus(item, text));
    }
}
