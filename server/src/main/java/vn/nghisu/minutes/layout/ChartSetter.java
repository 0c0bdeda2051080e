package vn.nghisu.minutes.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Sets charts of bars in black and white: as vectors, each a figure that says its words. */
final class ChartSetter {
    private static final float GAP = 18;
    private static final float WIDTH = (Sheet.TEXT_WIDTH - GAP) / 2;
    private static final float PLOT_HEIGHT = 92;
    private static final float TITLE_SIZE = 10;
    private static final float SIZE = 8.5f;
    private static final float PITCH = SIZE * Sheet.SINGLE;
    private static final float TITLE_PITCH = TITLE_SIZE * Sheet.SINGLE;
    /** The bars with their numbers above and their names below. */
    private static final float BELOW_TITLE = PITCH * 2 + PLOT_HEIGHT + PITCH;
    private static final float BAR_SHARE = 0.62f;
    private static final float WIDEST_BAR = 34;
    private static final float LINE = 0.6f;
    private static final float HATCH = 3.2f;
    private static final int TITLE_LINES = 4;

    private final Breaker breaker;
    private final Tag root;

    ChartSetter(Breaker breaker, Tag root) {
        this.breaker = breaker;
        this.root = root;
    }

    /** Each strip has two charts. */
    List<Strip> strips(Block.Charts charts) {
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < charts.panels().size(); i += 2) {
            List<Block.Charts.Panel> row = charts.panels().subList(i, Math.min(i + 2, charts.panels().size()));
            List<Tag> tags = row.stream().map(panel -> root.child("Figure").saying(panel.words())).toList();
            List<List<Line>> titles = row.stream().map(panel -> title(panel.title())).toList();
            float titleHeight = titles.stream().mapToInt(List::size).max().orElseThrow() * TITLE_PITCH;
            strips.add(Strip.of(Sheet.PARAGRAPH_SPACE * 2, titleHeight + BELOW_TITLE, false, (ink, top, opens, closes) -> {
                for (int p = 0; p < row.size(); p++) {
                    Block.Charts.Panel panel = row.get(p);
                    float left = Sheet.LEFT + p * (WIDTH + GAP);
                    List<Line> title = titles.get(p);
                    ink.as(tags.get(p), () -> panel(ink, panel, title, titleHeight, left, top));
                }
            }));
        }
        return strips;
    }

    /** The whole of it, or as many words as fit. */
    private List<Line> title(String text) {
        List<Line> lines = breaker.lines(List.of(Run.bold(text)), TITLE_SIZE, WIDTH, 0);
        int blank = text.lastIndexOf(' ', text.length() - 2);
        return lines.size() <= TITLE_LINES || blank < 0 ? lines.subList(0, Math.min(TITLE_LINES, lines.size())) : title(text.substring(0, blank).replaceFirst("…$", "") + "…");
    }

    private void panel(Ink ink, Block.Charts.Panel panel, List<Line> title, float titleHeight, float left, float top) {
        ink.frame(left, top, WIDTH, titleHeight + BELOW_TITLE);
        for (int i = 0; i < title.size(); i++) {
            title.get(i).draw(ink, left, WIDTH, top + Stack.baseline(TITLE_PITCH, TITLE_SIZE) + i * TITLE_PITCH, Align.LEFT);
        }
        float foot = top + titleHeight + PITCH * 2 + PLOT_HEIGHT;
        double most = Math.max(panel.target().orElse(0.0), panel.bars().stream().mapToDouble(Block.Charts.Bar::value).max().orElse(0));
        double least = Math.min(0, panel.bars().stream().mapToDouble(Block.Charts.Bar::value).min().orElse(0));
        double range = most > least ? most - least : 1;
        float zero = foot - (float) (-least / range * PLOT_HEIGHT);
        float column = WIDTH / Math.max(1, panel.bars().size());
        float bar = Math.min(WIDEST_BAR, column * BAR_SHARE);
        for (int i = 0; i < panel.bars().size(); i++) {
            Block.Charts.Bar each = panel.bars().get(i);
            float at = left + i * column;
            float end = zero - (float) (each.value() / range * PLOT_HEIGHT);
            ink.picture(stream -> bar(stream, each.shade(), at + (column - bar) / 2, Math.min(zero, end), bar, Math.abs(zero - end)));
            word(ink, each.label(), at, column, foot + PITCH);
        }
        ink.picture(stream -> {
            stream.setLineWidth(LINE);
            line(stream, left, zero, left + WIDTH, zero);
            if (panel.target().isPresent()) {
                float at = zero - (float) (panel.target().get() / range * PLOT_HEIGHT);
                stream.setLineDashPattern(new float[] {4, 2.5f}, 0);
                line(stream, left, at, left + WIDTH, at);
                stream.setLineDashPattern(new float[0], 0);
            }
        });
        for (int i = 0; i < panel.bars().size(); i++) {
            Block.Charts.Bar each = panel.bars().get(i);
            word(ink, each.words(), left + i * column, column, Math.min(zero, zero - (float) (each.value() / range * PLOT_HEIGHT)) - SIZE / 3);
        }
    }

    /** On a white ground, so that no line runs through it. */
    private void word(Ink ink, String text, float left, float width, float baseline) {
        if (!text.isEmpty()) {
            Line line = breaker.lines(List.of(Run.of(text)), SIZE, Sheet.TEXT_WIDTH, 0).get(0);
            ink.picture(stream -> {
                stream.saveGraphicsState();
                stream.setNonStrokingColor(1f);
                stream.addRect(left + (width - line.width()) / 2 - 1, Sheet.HEIGHT - baseline - SIZE * 0.1f, line.width() + 2, SIZE * 0.85f);
                stream.fill();
                stream.restoreGraphicsState();
            });
            line.draw(ink, left, width, baseline, Align.CENTER);
        }
    }

    private static void bar(PDPageContentStream stream, Block.Charts.Shade shade, float left, float top, float width, float height) throws IOException {
        float bottom = Sheet.HEIGHT - top - height;
        stream.saveGraphicsState();
        stream.setLineWidth(LINE);
        if (shade == Block.Charts.Shade.FULL) {
            stream.addRect(left, bottom, width, height);
            stream.fill();
        } else if (shade == Block.Charts.Shade.HATCHED) {
            stream.saveGraphicsState();
            stream.addRect(left, bottom, width, height);
            stream.clip();
            for (float at = -height; at < width; at += HATCH) {
                stream.moveTo(left + at, bottom);
                stream.lineTo(left + at + height, bottom + height);
            }
            stream.stroke();
            stream.restoreGraphicsState();
        }
        stream.addRect(left, bottom, width, height);
        stream.stroke();
        stream.restoreGraphicsState();
    }

    private static void line(PDPageContentStream stream, float fromX, float fromY, float toX, float toY) throws IOException {
        stream.moveTo(fromX, Sheet.HEIGHT - fromY);
        stream.lineTo(toX, Sheet.HEIGHT - toY);
        stream.stroke();
    }
}
