package vn.nghisu.web.search;

import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.search.Found;
import vn.nghisu.search.PageIndex;
import vn.nghisu.search.Snippet;
import vn.nghisu.search.Wanted;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/**
 * {@code GET /api/search?q=&in=&exact=}: pages of papers, titles of papers and of agenda items, in all meetings of a person
 * ({@code in=all}), in one meeting or in one paper. Rights are those of this moment, and are applied before anything is looked up or
 * counted. {@code GET /api/search/missing?in=} says how many of those papers can't be found yet, because their words are still to be read.
 */
public final class SearchRoutes {
    private static final Text QUERY = new Text("nội dung cần tìm", "what is looked for");
    private static final String EVERYWHERE = "all";
    /** A search while typing asks a few times a second. */
    private static final double PER_SECOND = 3;
    private static final int BURST = 20;

    private static final int PAPERS = 40;
    private static final int ITEMS = 20;
    private static final int PAGES_OF_EACH = 4;
    private static final int PAGES_OF_ONE = 200;
    /** A title counts more than any page. */
    private static final float TITLE = 64;
    private static final float TITLE_WITH_ACCENTS = 64;

    private final Rooms rooms;
    private final Directory directory;
    private final PageIndex pages;
    private final RateLimit limit;
    /** Counting apart, so that it takes no search away from who types. */
    private final RateLimit counting;

    public SearchRoutes(Rooms rooms, Directory directory, PageIndex pages, Clock clock) {
        this.rooms = rooms;
        this.directory = directory;
        this.pages = pages;
        this.limit = new RateLimit(BURST, PER_SECOND, clock);
        this.counting = new RateLimit(BURST, PER_SECOND, clock);
    }

    public void declare(Api api) {
        api.blocking(HttpMethod.GET, "/api/search", Right.SIGNED_IN, this::search);
        api.blocking(HttpMethod.GET, "/api/search/missing", Right.SIGNED_IN, this::missing);
    }

    /** @param missing papers whose words are still to be read */
    record Missing(int missing) {}

    private Object missing(Call call) {
        limited(counting, call);
        return new Missing(pages.missing(shas(within(scope(call), call.who().caller(directory)))));
    }

    private static void limited(RateLimit rate, Call call) {
        rate.take(call.who().person().id()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
    }

    private static String scope(Call call) {
        return Optional.ofNullable(call.ctx().request().getParam("in")).orElse(EVERYWHERE);
    }

    private static Set<String> shas(List<Reachable> where) {
        Set<String> papers = new HashSet<>();
        where.forEach(one -> one.papers().forEach(paper -> papers.add(paper.sha256())));
        return papers;
    }

    private Object search(Call call) {
        limited(limit, call);
        String query = Optional.ofNullable(call.ctx().request().getParam("q")).orElse("");
        if (query.length() > Wanted.LONGEST) {
            throw Problem.FIELD_TOO_LONG.with(QUERY, Wanted.LONGEST);
        }
        Wanted wanted = Wanted.of(query, "true".equals(call.ctx().request().getParam("exact")));
        if (!wanted.isEnough()) {
            throw Problem.QUERY_TOO_SHORT.with(Wanted.SHORTEST);
        }
        return answer(wanted, within(scope(call), call.who().caller(directory)));
    }

    private List<Reachable> within(String scope, Caller caller) {
        List<Reachable> all = Reachable.of(rooms.all().map(Room::meeting), caller).toList();
        if (scope.equals(EVERYWHERE)) {
            return all;
        }
        List<Reachable> part = all.stream().flatMap(one -> one.within(scope).stream()).toList();
        if (part.isEmpty()) {
            throw Problem.NOT_FOUND.with();
        }
        return part;
    }

    /** A paper in a meeting that has something, before the best are chosen. */
    private record Candidate(Reachable where, Paper paper, Snippet title, Optional<Found> found, float score) {}

    private SearchAnswer answer(Wanted wanted, List<Reachable> where) {
        Set<String> searched = shas(where);
        boolean onePaper = where.stream().noneMatch(Reachable::whole);
        List<Found> found = pages.find(wanted, searched, PAPERS + 1, onePaper ? PAGES_OF_ONE : PAGES_OF_EACH);
        Map<String, Found> byPaper = new HashMap<>();
        found.forEach(one -> byPaper.put(one.sha256(), one));

        List<Candidate> candidates = new ArrayList<>();
        Map<String, List<SearchAnswer.InAgenda>> items = new HashMap<>();
        int itemsFound = 0;
        for (Reachable one : where) {
            List<SearchAnswer.InAgenda> titles = one.items(wanted);
            List<SearchAnswer.InAgenda> some = titles.subList(0, Math.min(titles.size(), Math.max(0, ITEMS - itemsFound)));
            itemsFound += titles.size();
            items.put(one.meeting().id(), some);
            one.papers().forEach(paper -> candidate(wanted, one, paper, Optional.ofNullable(byPaper.get(paper.sha256()))).ifPresent(candidates::add));
        }
        candidates.sort(Comparator.comparing((Candidate c) -> -c.score()).thenComparing(c -> -c.where().meeting().heldAt().toEpochMilli()));
        List<Candidate> best = candidates.subList(0, Math.min(PAPERS, candidates.size()));
        boolean more = candidates.size() > PAPERS || found.size() > PAPERS || itemsFound > ITEMS;
        return new SearchAnswer(byMeeting(where, items, best), more, pages.missing(searched));
    }

    private static Optional<Candidate> candidate(Wanted wanted, Reachable where, Paper paper, Optional<Found> found) {
        Snippet title = Snippet.ofAll(paper.title(), wanted);
        if (title.marks().isEmpty() && found.isEmpty()) {
            return Optional.empty();
        }
        float worth = title.marks().isEmpty() ? 0 : TITLE + (wanted.isMarkedIn(paper.title()) ? TITLE_WITH_ACCENTS : 0);
        return Optional.of(new Candidate(where, paper, title, found, worth + found.map(Found::best).orElse(0f)));
    }

    /** Meetings in the order of their best paper; those of which only the agenda has it come last, the latest first. */
    private static List<SearchAnswer.InMeeting> byMeeting(List<Reachable> where, Map<String, List<SearchAnswer.InAgenda>> items, List<Candidate> best) {
        List<String> order = best.stream().map(c -> c.where().meeting().id()).distinct().toList();
        return where.stream()
                .filter(one -> order.contains(one.meeting().id()) || !items.get(one.meeting().id()).isEmpty())
                .sorted(Comparator.comparing((Reachable one) -> order.contains(one.meeting().id()) ? order.indexOf(one.meeting().id()) : Integer.MAX_VALUE)
                        .thenComparing(one -> -one.meeting().heldAt().toEpochMilli()))
                .map(one -> new SearchAnswer.InMeeting(one.meeting().id(), one.meeting().head().title(), one.meeting().head().bodyName(),
                        one.meeting().heldAt().toEpochMilli(), items.get(one.meeting().id()),
                        best.stream().filter(c -> c.where() == one).map(c -> new SearchAnswer.InPaper(c.paper().id(), one.itemNumber(c.paper()), c.title(),
                                c.paper().handling(), c.found().map(Found::pages).orElse(0), c.found().map(Found::first).orElse(List.of()))).toList()))
                .toList();
    }
}
