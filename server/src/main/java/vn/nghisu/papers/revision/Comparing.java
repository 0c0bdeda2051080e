package vn.nghisu.papers.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.Words;
import vn.nghisu.papers.revision.Changes.Kind;
import vn.nghisu.papers.revision.Changes.Op;
import vn.nghisu.papers.revision.Changes.PageChange;
import vn.nghisu.papers.revision.Changes.Span;

/** Draws up the {@link Changes} between two revisions. */
final class Comparing {
    private static final int TEXT_CHARACTERS = 400;
    private static final int SPANS_A_PAGE = 200;
    /** Words that moved by no more than this look unmoved: 2 pt. */
    private static final int SAME_PLACE = 20;
    private static final double GONE_SHARE = 0.9;
    /** More of a page than this is not a change of it but another page. */
    private static final double OTHER_PICTURE_SHARE = 0.6;

    private final PairOfPapers pair;
    private final BiFunction<Manifest.Page, Manifest.Page, List<List<Integer>>> pictures;
    private final WordLine older;
    private final WordLine newer;
    private final Alignment alignment;
    private final Map<String, Integer> olderByImage = new HashMap<>();
    private final int[] before;
    private final Map<Integer, List<Span>> spans = new LinkedHashMap<>();

    Comparing(PairOfPapers pair, BiFunction<Manifest.Page, Manifest.Page, List<List<Integer>>> pictures) {
        this.pair = pair;
        this.pictures = pictures;
        this.older = pair.olderLine;
        this.newer = pair.newerLine;
        this.alignment = pair.alignment;
        for (int page = pair.older.pages().size(); page >= 1; page--) {
            int number = page;
            image(pair.older, page).ifPresent(name -> olderByImage.put(name, number));
        }
        this.before = origins();
    }

    Changes changes() {
        spans();
        List<PageChange> pages = new ArrayList<>();
        for (int page = 1; page <= pair.newer.pages().size(); page++) {
            pages.add(page(page));
        }
        int added = 0;
        int moved = 0;
        for (int i = 0; i < newer.length(); i++) {
            moved += alignment.movedFrom(i) != Alignment.NONE ? 1 : 0;
            added += isNew(i) ? 1 : 0;
        }
        int removed = 0;
        for (int i = 0; i < older.length(); i++) {
            removed += isGone(i) ? 1 : 0;
        }
        return new Changes(Changes.VERSION, pair.older.sha256(), pair.newer.sha256(), added, removed, moved, pages, removedPages(pages));
    }

    private PageChange page(int page) {
        Optional<Integer> same = image(pair.newer, page).map(olderByImage::get);
        Optional<Integer> from = same.or(() -> Optional.of(before[page]).filter(n -> n > 0));
        List<Span> here = spans.getOrDefault(page, List.of());
        if (same.isPresent() && here.isEmpty()) {
            return new PageChange(page, Kind.SAME, same, List.of(), List.of());
        }
        boolean hasWords = newer.first[page + 1] > newer.first[page];
        if (hasWords && !here.isEmpty()) {
            return new PageChange(page, isAllNew(page) ? Kind.NEW : Kind.CHANGED, from, here, List.of());
        }
        if (from.isEmpty()) {
            return new PageChange(page, Kind.NEW, from, List.of(), List.of());
        }
        if (hasWords && !lies(page, from.get())) {
            return new PageChange(page, Kind.SHIFTED, from, List.of(), List.of());
        }
        return pictured(page, from.get(), here);
    }

    /** The same words at the same places, or none at all: the pictures decide. */
    private PageChange pictured(int page, int from, List<Span> here) {
        Manifest.Page now = pair.newer.pages().get(page - 1);
        Manifest.Page then = pair.older.pages().get(from - 1);
        List<List<Integer>> thousandths = pictures.apply(then, now);
        double share = thousandths.stream().mapToDouble(box -> box.get(2) * box.get(3) / 1e6).sum();
        if (thousandths.isEmpty() && here.isEmpty()) {
            return new PageChange(page, Kind.SAME, Optional.of(from), List.of(), List.of());
        }
        List<List<Integer>> regions = thousandths.stream().map(box -> List.of(
                box.get(0) * now.w() / 1000, box.get(1) * now.h() / 1000, box.get(2) * now.w() / 1000, box.get(3) * now.h() / 1000)).toList();
        boolean other = share > OTHER_PICTURE_SHARE && newer.first[page + 1] == newer.first[page];
        return other
                ? new PageChange(page, Kind.NEW, Optional.of(from), here, List.of())
                : new PageChange(page, here.isEmpty() ? Kind.PICTURE : Kind.CHANGED, Optional.of(from), here, regions);
    }

    /** From which old page each new one has most of its words; a page without words stands where its neighbours say. */
    private int[] origins() {
        int pages = pair.newer.pages().size();
        int[] origin = new int[pages + 1];
        for (int page = 1; page <= pages; page++) {
            Map<Integer, Integer> votes = new HashMap<>();
            for (int i = newer.first[page]; i < newer.first[page + 1]; i++) {
                int from = alignment.oldOf(i) != Alignment.NONE ? alignment.oldOf(i) : alignment.movedFrom(i);
                if (from != Alignment.NONE) {
                    votes.merge(older.page[from], 1, Integer::sum);
                }
            }
            int best = votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
            int alike = image(pair.newer, page).map(name -> olderByImage.getOrDefault(name, 0)).orElse(0);
            boolean wordless = newer.first[page + 1] == newer.first[page];
            int expected = page == 1 ? 1 : origin[page - 1] + 1;
            boolean follows = page == 1 || origin[page - 1] > 0;
            boolean free = wordless && follows && expected <= pair.older.pages().size() && older.first[expected + 1] == older.first[expected];
            origin[page] = alike > 0 ? alike : best > 0 ? best : free ? expected : 0;
        }
        return origin;
    }

    private boolean isAllNew(int page) {
        for (int i = newer.first[page]; i < newer.first[page + 1]; i++) {
            if (!isNew(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNew(int now) {
        return alignment.oldOf(now) == Alignment.NONE && alignment.movedFrom(now) == Alignment.NONE;
    }

    private boolean isGone(int old) {
        return alignment.newOf(old) == Alignment.NONE && alignment.movedTo(old) == Alignment.NONE;
    }

    /** Whether every word of a new page stood at the same place of that old one, and nothing else stood there. */
    private boolean lies(int page, int from) {
        if (newer.first[page + 1] - newer.first[page] != older.first[from + 1] - older.first[from]) {
            return false;
        }
        Words now = pair.newerWords.get(page - 1).orElseThrow();
        Words then = pair.olderWords.get(from - 1).orElseThrow();
        for (int i = newer.first[page]; i < newer.first[page + 1]; i++) {
            int old = alignment.oldOf(i);
            if (old == Alignment.NONE || older.page[old] != from) {
                return false;
            }
            List<Integer> a = WordBoxes.of(now, newer.place[i]);
            List<Integer> b = WordBoxes.of(then, older.place[old]);
            if (Math.abs(a.get(0) - b.get(0)) > SAME_PLACE || Math.abs(a.get(1) - b.get(1)) > SAME_PLACE) {
                return false;
            }
        }
        return true;
    }

    /** Walks both papers together and notes what came, went or was carried, on the new page where it is or was. */
    private void spans() {
        int old = 0;
        int now = 0;
        while (old < older.length() || now < newer.length()) {
            if (old < older.length() && alignment.newOf(old) == Alignment.NONE) {
                int end = old;
                boolean gone = isGone(old);
                while (end < older.length() && alignment.newOf(end) == Alignment.NONE && isGone(end) == gone) {
                    end++;
                }
                if (gone) {
                    removed(old, end, now);
                }
                old = end;
            } else if (now < newer.length() && alignment.oldOf(now) == Alignment.NONE) {
                int end = now;
                boolean fresh = isNew(now);
                while (end < newer.length() && alignment.oldOf(end) == Alignment.NONE && isNew(end) == fresh && newer.page[end] == newer.page[now]) {
                    end++;
                }
                add(newer.page[now], new Span(fresh ? Op.ADDED : Op.MOVED, text(pair.newerWords, newer, now, end), boxes(now, end)));
                now = end;
            } else {
                old++;
                now++;
            }
        }
    }

    private void removed(int from, int to, int now) {
        int beside = Math.max(0, Math.min(now, newer.length()) - 1);
        if (newer.length() == 0) {
            return;
        }
        int page = newer.page[beside];
        List<Integer> box = WordBoxes.of(pair.newerWords.get(page - 1).orElseThrow(), newer.place[beside]);
        int x = now == 0 ? box.get(0) : box.get(0) + box.get(2);
        add(page, new Span(Op.REMOVED, text(pair.olderWords, older, from, to), List.of(List.of(x, box.get(1), 0, box.get(3)))));
    }

    private void add(int page, Span span) {
        List<Span> here = spans.computeIfAbsent(page, p -> new ArrayList<>());
        if (here.size() < SPANS_A_PAGE) {
            here.add(span);
        }
    }

    private static String text(List<Optional<Words>> pages, WordLine line, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to && text.length() < TEXT_CHARACTERS; i++) {
            text.append(text.isEmpty() ? "" : " ").append(WordLine.text(pages.get(line.page[i] - 1).orElseThrow(), line.place[i]));
        }
        return text.length() < TEXT_CHARACTERS ? text.toString() : text.substring(0, TEXT_CHARACTERS) + "…";
    }

    private List<List<Integer>> boxes(int from, int to) {
        Words words = pair.newerWords.get(newer.page[from] - 1).orElseThrow();
        return WordBoxes.lines(words, Arrays.stream(newer.place, from, to).boxed().toList());
    }

    private List<Integer> removedPages(List<PageChange> pages) {
        boolean[] kept = new boolean[pair.older.pages().size() + 1];
        pages.forEach(page -> page.before().ifPresent(from -> kept[from] = true));
        List<Integer> removed = new ArrayList<>();
        for (int page = 1; page < kept.length; page++) {
            int words = older.first[page + 1] - older.first[page];
            int gone = 0;
            for (int i = older.first[page]; i < older.first[page + 1]; i++) {
                gone += isGone(i) ? 1 : 0;
            }
            if (!kept[page] && (words == 0 || gone >= words * GONE_SHARE)) {
                removed.add(page);
            }
        }
        return Collections.unmodifiableList(removed);
    }

    private static Optional<String> image(Manifest manifest, int page) {
        return manifest.pages().get(page - 1).fit().map(Manifest.Picture::file);
    }
}
