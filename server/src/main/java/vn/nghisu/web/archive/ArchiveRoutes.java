package vn.nghisu.web.archive;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.MeetingView;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.AgendaView;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.search.Found;
import vn.nghisu.search.PageIndex;
import vn.nghisu.search.Snippet;
import vn.nghisu.search.Wanted;
import vn.nghisu.web.HeavyWork;
import vn.nghisu.web.search.Reachable;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/**
 * Closed meetings, to be read (product M8): {@code GET /api/archive?body=&year=&q=&exact=&from=} lists them by page, the newest first, and
 * looks in them for words; {@code GET /api/archive/:meeting} is one of them as its reader may see it. Rights are those of this moment and come
 * before anything is counted, so that what is hidden from a reader leaves no trace here.
 */
public final class ArchiveRoutes {
    private static final Text QUERY = new Text("nội dung cần tìm", "what is looked for");
    private static final Text FROM = new Text("vị trí bắt đầu", "the first line wanted");
    private static final Text YEAR = new Text("năm", "the year");
    /** Meetings in one answer. */
    static final int PAGE = 50;
    private static final int HITS_OF_EACH = 8;
    /** The best that are shown of one search. */
    private static final int PAPERS = 400;
    private static final int PAGES_OF_EACH = 2;
    private static final double PER_SECOND = 3;
    private static final int BURST = 20;

    private final Vertx vertx;
    private final HeavyWork searching;
    private final Rooms rooms;
    private final Directory directory;
    private final PageIndex pages;
    private final RateLimit limit;
    private final ArchivedWords words = new ArchivedWords();

    public ArchiveRoutes(Vertx vertx, Rooms rooms, Directory directory, PageIndex pages, Clock clock) {
        this.vertx = vertx;
        this.searching = new HeavyWork(vertx, "archive");
        this.rooms = rooms;
        this.directory = directory;
        this.pages = pages;
        this.limit = new RateLimit(BURST, PER_SECOND, clock);
    }

    public void declare(Api api) {
        api.later(HttpMethod.GET, "/api/archive", Right.SIGNED_IN, call -> asked(call, "q").isPresent() ? searching.give(call.who().person().id(), () -> list(call)) : vertx.executeBlocking(() -> list(call), false))
                .atOnce(HttpMethod.GET, "/api/archive/:meeting", Right.SIGNED_IN, this::one);
    }

    /**
     * @param found how many meetings there are to these wishes
     * @param from number of the first one here, from 0
     * @param unread papers of these meetings that can't be found yet
     * @param cut whether more than {@link #PAPERS} papers have the words, and meetings that only the others would bring are not here
     */
    record Listed(List<Shelf> bodies, List<Line> meetings, int found, int from, int unread, boolean cut) {}

    /** A body with the years of its closed meetings, the newest first. */
    record Shelf(String id, String name, List<Year> years) {}

    record Year(int year, int meetings) {}

    /**
     * What the reader may see of a meeting, in numbers. Times are ms since 1970.
     *
     * @param prepares whether the reader prepares it, and so may take out all of it
     * @param more whether more was found in it than is told
     */
    record Line(
            String id, String title, String body, String bodyName, Kind kind, String room, long startsAt, long closedAt, boolean prepares,
            long items, long papers, long votes, long conclusions, List<ArchivedWords.Hit> hits, List<InPaper> inPapers, boolean more) {}

    /** A paper whose title or pages have what was looked for, as in {@code SearchAnswer}. */
    record InPaper(String id, String item, Snippet title, Handling handling, int pages, List<Found.Page> hits) {}

    private record Open(Meeting meeting, Rights rights) {
        boolean isOf(Optional<String> body, Optional<Integer> year) {
            return body.map(meeting.head().bodyId()::equals).orElse(true) && year.map(wanted -> wanted == year()).orElse(true);
        }

        int year() {
            return meeting.heldAt().atZone(VietnamTime.ZONE).getYear();
        }
    }

    private Stream<Open> closed(Caller caller) {
        return rooms.all().map(Room::meeting).filter(meeting -> meeting.phase() == Phase.CLOSED)
                .map(meeting -> new Open(meeting, Rights.of(meeting, caller)))
                .filter(open -> open.rights().maySeeMeeting())
                .sorted(Comparator.comparing((Open open) -> open.meeting().heldAt()).reversed().thenComparing(open -> open.meeting().id()));
    }

    private Object list(Call call) {
        List<Open> all = closed(call.who().caller(directory)).toList();
        Optional<String> body = asked(call, "body");
        Optional<Integer> year = asked(call, "year").map(text -> number(text, YEAR));
        int from = asked(call, "from").map(text -> number(text, FROM)).orElse(0);
        List<Open> here = all.stream().filter(open -> open.isOf(body, year)).toList();
        Optional<Wanted> wanted = wanted(call);
        if (wanted.isPresent()) {
            return found(call, wanted.get(), shelves(all), here, from);
        }
        List<Line> page = here.stream().skip(from).limit(PAGE).map(open -> line(open, List.of(), List.of())).toList();
        return new Listed(shelves(all), page, here.size(), from, 0, false);
    }

    private Listed found(Call call, Wanted wanted, List<Shelf> shelves, List<Open> here, int from) {
        limit.take(call.who().person().id()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
        Map<String, List<Paper>> papers = new HashMap<>();
        Set<String> contents = new HashSet<>();
        here.forEach(open -> papers.put(open.meeting().id(), Reachable.searched(open.meeting(), open.rights())));
        papers.values().forEach(list -> list.forEach(paper -> contents.add(paper.sha256())));
        Map<String, Found> byContent = new HashMap<>();
        List<Found> best = pages.find(wanted, contents, PAPERS + 1, PAGES_OF_EACH);
        best.stream().limit(PAPERS).forEach(one -> byContent.put(one.sha256(), one));
        List<Line> lines = new ArrayList<>();
        for (Open open : here) {
            Map<String, String> numbers = AgendaView.visible(open.meeting(), open.rights()).numbers();
            List<ArchivedWords.Hit> hits = words.find(open.meeting(), open.rights(), wanted, numbers);
            List<InPaper> inPapers = papers.get(open.meeting().id()).stream().flatMap(paper -> inPaper(paper, wanted, byContent, numbers).stream()).toList();
            if (!hits.isEmpty() || !inPapers.isEmpty()) {
                lines.add(line(open, hits, inPapers));
            }
        }
        return new Listed(shelves, lines.stream().skip(from).limit(PAGE).toList(), lines.size(), from, pages.missing(contents), best.size() > PAPERS);
    }

    private static Optional<InPaper> inPaper(Paper paper, Wanted wanted, Map<String, Found> byContent, Map<String, String> numbers) {
        Snippet title = Snippet.ofAll(paper.title(), wanted);
        Optional<Found> found = Optional.ofNullable(byContent.get(paper.sha256()));
        return title.marks().isEmpty() && found.isEmpty()
                ? Optional.empty()
                : Optional.of(new InPaper(paper.id(), numbers.getOrDefault(paper.itemId(), ""), title, paper.handling(), found.map(Found::pages).orElse(0),
                        found.map(Found::first).orElse(List.of())));
    }

    private static Line line(Open open, List<ArchivedWords.Hit> hits, List<InPaper> inPapers) {
        Meeting meeting = open.meeting();
        Rights rights = open.rights();
        List<String> items = meeting.agenda().all().filter(item -> rights.maySee(meeting, item)).map(item -> item.id()).toList();
        return new Line(meeting.id(), meeting.head().title(), meeting.head().bodyId(), meeting.head().bodyName(), meeting.head().kind(), meeting.head().room(),
                meeting.heldAt().toEpochMilli(), meeting.heldUntil().toEpochMilli(), rights.mayPrepare(),
                items.size(), Reachable.searched(meeting, rights).size(),
                meeting.votes().all().filter(vote -> rights.maySee(meeting, vote) && vote.tally().isPresent()).count(),
                items.stream().filter(item -> meeting.conclusions().of(item).isPresent()).count(),
                hits.stream().limit(HITS_OF_EACH).toList(), inPapers.stream().limit(HITS_OF_EACH).toList(), hits.size() > HITS_OF_EACH || inPapers.size() > HITS_OF_EACH);
    }

    private static List<Shelf> shelves(List<Open> all) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Integer>> years = new HashMap<>();
        for (Open open : all) { // the newest come first, and with them the body's newest name
            String body = open.meeting().head().bodyId();
            names.putIfAbsent(body, open.meeting().head().bodyName());
            years.computeIfAbsent(body, id -> new TreeMap<>(Comparator.reverseOrder())).merge(open.year(), 1, Integer::sum);
        }
        return names.entrySet().stream().map(body -> new Shelf(body.getKey(), body.getValue(),
                years.get(body.getKey()).entrySet().stream().map(year -> new Year(year.getKey(), year.getValue())).toList())).toList();
    }

    private static Optional<Wanted> wanted(Call call) {
        Optional<String> query = asked(call, "q");
        if (query.isEmpty()) {
            return Optional.empty();
        }
        if (query.get().length() > Wanted.LONGEST) {
            throw Problem.FIELD_TOO_LONG.with(QUERY, Wanted.LONGEST);
        }
        Wanted wanted = Wanted.of(query.get(), asked(call, "exact").filter("true"::equals).isPresent());
        if (!wanted.isEnough()) {
            throw Problem.QUERY_TOO_SHORT.with(Wanted.SHORTEST);
        }
        return Optional.of(wanted);
    }

    private static Optional<String> asked(Call call, String name) {
        return Optional.ofNullable(call.ctx().request().getParam(name)).filter(text -> !text.isBlank());
    }

    private static int number(String text, Text what) {
        if (!text.matches("\\d{1,6}")) {
            throw Problem.FIELD_WRONG.with(what);
        }
        return Integer.parseInt(text);
    }

    /** @param prepares whether the reader may take out all of it @param mayReadMinutes whether there are minutes for the reader */
    private record One(MeetingView view, boolean prepares, boolean mayReadMinutes) {}

    private Object one(Call call) {
        Meeting meeting = rooms.find(call.path("meeting")).map(Room::meeting).filter(found -> found.phase() == Phase.CLOSED).orElseThrow(Problem.NOT_FOUND::with);
        Rights rights = Rights.of(meeting, call.who().caller(directory));
        if (!rights.maySeeMeeting()) {
            throw Problem.NOT_FOUND.with();
        }
        return new One(MeetingView.of(meeting, rights), rights.mayPrepare(), rights.mayReadMinutes(meeting));
    }
}
