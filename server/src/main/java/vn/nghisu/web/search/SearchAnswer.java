package vn.nghisu.web.search;

import java.util.List;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.search.Found;
import vn.nghisu.search.Snippet;

/**
 * What was found, by meeting and paper, the best first. The clients' type is {@code SearchAnswer} in client-kit/src/text/results.ts.
 *
 * @param more whether something was left out because it was too much
 * @param unread how many papers, of those that may be seen, can't be found yet
 */
record SearchAnswer(List<InMeeting> meetings, boolean more, int unread) {

    /** @param startsAt ms since 1970 */
    record InMeeting(String id, String title, String bodyName, long startsAt, List<InAgenda> items, List<InPaper> papers) {}

    /** An item of the agenda by its title. */
    record InAgenda(String id, String number, Snippet title) {}

    /**
     * @param item the number of its item
     * @param handling what may be done with it besides reading
     * @param pages how many pages have it; {@code hits} are the best of them
     */
    record InPaper(String id, String item, Snippet title, Handling handling, int pages, List<Found.Page> hits) {}
}
