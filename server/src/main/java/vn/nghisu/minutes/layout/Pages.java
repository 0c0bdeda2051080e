package vn.nghisu.minutes.layout;

import java.util.ArrayList;
import java.util.List;

/** Deals strips out to pages: each page as full as it can be, with tied strips kept together wherever they fit on one page. */
final class Pages {
    record Placed(Strip strip, float top, boolean opens) {}

    private final List<List<Placed>> pages = new ArrayList<>();
    private List<Placed> page = new ArrayList<>();
    private float used;

    private Pages() {}

    static List<List<Placed>> of(List<Strip> strips) {
        Pages pages = new Pages();
        for (int from = 0; from < strips.size(); ) {
            int to = from + 1;
            while (to < strips.size() && strips.get(to - 1).tied()) {
                to++;
            }
            pages.place(strips.subList(from, to));
            from = to;
        }
        pages.turn();
        return pages.pages;
    }

    private void place(List<Strip> unit) {
        float height = 0;
        for (Strip strip : unit) {
            height += strip.space() + strip.height();
        }
        if (used + height > Sheet.TEXT_HEIGHT && !page.isEmpty()) {
            turn();
        }
        for (Strip strip : unit) {
            if (!page.isEmpty() && used + strip.space() + strip.height() > Sheet.TEXT_HEIGHT) {
                turn();
            }
            add(strip);
        }
    }

    private void add(Strip strip) {
        boolean opens = page.isEmpty();
        if (opens && strip.repeated().isPresent()) {
            Strip titles = strip.repeated().get();
            page.add(new Placed(titles, Sheet.TOP, true));
            used += titles.height();
        }
        float space = opens ? 0 : strip.space();
        page.add(new Placed(strip, Sheet.TOP + used + space, opens));
        used += space + strip.height();
    }

    private void turn() {
        if (!page.isEmpty()) {
            pages.add(page);
        }
        page = new ArrayList<>();
        used = 0;
    }
}
