package vn.nghisu.web.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.agenda.AgendaView;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.search.Snippet;
import vn.nghisu.search.Wanted;

/**
 * One meeting as far as a person may search it now. Of papers that were replaced only the newest version that he may see is searched,
 * and no withdrawn ones.
 *
 * @param whole whether the meeting itself is searched, and not one paper only
 */
public record Reachable(Meeting meeting, Rights rights, List<Paper> papers, boolean whole) {

    static Stream<Reachable> of(Stream<Meeting> meetings, Caller caller) {
        return meetings.filter(Meeting::exists).flatMap(meeting -> {
            Rights rights = Rights.of(meeting, caller);
            return rights.maySeeMeeting() ? Stream.of(new Reachable(meeting, rights, searched(meeting, rights), true)) : Stream.empty();
        });
    }

    /** The papers of a meeting that these rights may search. */
    public static List<Paper> searched(Meeting meeting, Rights rights) {
        return meeting.papers().all()
                .filter(paper -> isSearched(meeting, rights, paper))
                .filter(paper -> meeting.papers().successor(paper.id()).filter(newer -> isSearched(meeting, rights, newer)).isEmpty())
                .toList();
    }

    private static boolean isSearched(Meeting meeting, Rights rights, Paper paper) {
        return paper.isPrepared() && !paper.isWithdrawn() && !meeting.retention().isDestroyed(paper.id()) && rights.maySee(meeting, paper);
    }

    /** The part of it that a scope means: all of it, or one paper; empty when the scope lies elsewhere. */
    Optional<Reachable> within(String scope) {
        if (meeting.id().equals(scope)) {
            return Optional.of(this);
        }
        List<Paper> one = papers.stream().filter(paper -> paper.id().equals(scope)).toList();
        return one.isEmpty() ? Optional.empty() : Optional.of(new Reachable(meeting, rights, one, false));
    }

    /** Items whose title has what is wanted. */
    List<SearchAnswer.InAgenda> items(Wanted wanted) {
        if (!whole) {
            return List.of();
        }
        Map<String, Snippet> titles = new TreeMap<>();
        meeting.agenda().all().filter(item -> rights.maySee(meeting, item))
                .forEach(item -> Optional.of(Snippet.ofAll(item.title(), wanted)).filter(title -> !title.marks().isEmpty())
                        .ifPresent(title -> titles.put(item.id(), title)));
        if (titles.isEmpty()) {
            return List.of();
        }
        Map<String, AgendaView.ItemView> shown = AgendaView.of(meeting, rights).items();
        return meeting.agenda().all().map(Item::id).filter(titles::containsKey)
                .map(id -> new SearchAnswer.InAgenda(id, shown.get(id).number(), titles.get(id)))
                .toList();
    }

    String itemNumber(Paper paper) {
        return Optional.ofNullable(AgendaView.of(meeting, rights).items().get(paper.itemId())).map(AgendaView.ItemView::number).orElse("");
    }
}
