package vn.nghisu.minutes.layout;

import java.util.ArrayList;
import java.util.List;

/** Lines, rules and gaps one below the other in a column that is not divided: a cell, a half of the header, a signature. */
final class Stack {
    private interface Item {
        void draw(Ink ink, float left, float top);
    }

    private record Placed(float top, Item item) {}

    private final Breaker breaker;
    private final float width;
    private final List<Placed> items = new ArrayList<>();
    private float height;
    private float lastWidth;
    private Tag tag = Tag.ARTIFACT;

    Stack(Breaker breaker, float width) {
        this.breaker = breaker;
        this.width = width;
    }

    /** Text that comes after it belongs to a tag. */
    Stack as(Tag newTag) {
        tag = newTag;
        return this;
    }

    Stack text(Run run, float size, Align align) {
        return text(List.of(run), size, align);
    }

    /** Centred text is broken into lines of about equal length. */
    Stack text(List<Run> runs, float size, Align align) {
        return lines(align == Align.CENTER ? breaker.balanced(runs, size, width) : breaker.lines(runs, size, width, 0), size, align);
    }

    Stack lines(List<Line> lines, float size, Align align) {
        float pitch = size * Sheet.SINGLE;
        Tag owner = tag;
        for (Line line : lines) {
            items.add(new Placed(height, (ink, left, top) -> ink.as(owner, () -> line.draw(ink, left, width, top + baseline(pitch, size), align))));
            height += pitch;
            lastWidth = line.width();
        }
        return this;
    }

    Stack gap(float points) {
        height += points;
        return this;
    }

    /** A centred rule as long as a part of the line above it. */
    Stack rule(float share) {
        float length = lastWidth * share;
        items.add(new Placed(height, (ink, left, top) -> ink.rule(left + (width - length) / 2, top, left + (width + length) / 2, top)));
        return this;
    }

    float height() {
        return height;
    }

    void draw(Ink ink, float left, float top) {
        items.forEach(placed -> placed.item.draw(ink, left, top + placed.top));
    }

    /** Where letters of a size stand in a line of a given pitch, from its top. */
    static float baseline(float pitch, float size) {
        float ascent = 0.891f * size;
        float descent = 0.216f * size;
        return (pitch - ascent - descent) / 2 + ascent;
    }
}
