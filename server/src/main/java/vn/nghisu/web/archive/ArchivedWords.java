package vn.nghisu.web.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.papers.TextFold;
import vn.nghisu.search.Snippet;
import vn.nghisu.search.Wanted;

/**
 * The words of closed meetings, folded once for as long as a meeting stays the same. Rights are asked anew for each search: what is
 * remembered here is told to nobody. Thread-safe.
 */
final class ArchivedWords {
    private final Map<String, Told> meetings = new ConcurrentHashMap<>();

    enum What {
        MEETING,
        ITEM,
        CONCLUSION,
        /** The secretary's own text in the minutes that members read. */
        MINUTES,
        VOTE
    }

    /** @param item whose it is; absent for the meeting's own title, and for a vote and a text outside the agenda */
    private record Place(What what, Optional<String> item, String id, String text, String folded) {
        static Place of(What what, Optional<String> item, String id, String text) {
            return new Place(what, item, id, text, TextFold.fold(text));
        }
    }

    private record Told(Meeting meeting, List<Place> places) {}

    /**
     * Where it was found, besides papers.
     *
     * @param number of the item, may be empty
     * @param id of the item or the vote
     */
    record Hit(What what, String number, String id, Snippet text) {}

    /** @param numbers of the items, as the reader sees them */
    List<Hit> find(Meeting meeting, Rights rights, Wanted wanted, Map<String, String> numbers) {
        List<Hit> hits = new ArrayList<>();
        for (Place place : told(meeting).places()) {
            if (wanted.mayStandIn(place.folded()) && isOpen(meeting, rights, place)) {
                Snippet text = place.what() == What.CONCLUSION || place.what() == What.MINUTES ? Snippet.of(place.text(), wanted) : Snippet.ofAll(place.text(), wanted);
                if (!text.marks().isEmpty()) {
                    hits.add(new Hit(place.what(), place.item().map(item -> numbers.getOrDefault(item, "")).orElse(""), place.id(), text));
                }
            }
        }
        return hits;
    }

    private static boolean isOpen(Meeting meeting, Rights rights, Place place) {
        return switch (place.what()) {
            case MEETING -> rights.maySeeMeeting();
            case ITEM, CONCLUSION -> rights.maySeeAbout(meeting, place.item());
            case MINUTES -> rights.mayReadMinutes(meeting) && rights.maySeeAbout(meeting, place.item());
            case VOTE -> meeting.votes().find(place.id()).filter(vote -> rights.maySee(meeting, vote)).isPresent();
        };
    }

    private Told told(Meeting meeting) {
        Told known = meetings.get(meeting.id());
        if (known != null && known.meeting() == meeting) {
            return known;
        }
        List<Place> places = new ArrayList<>();
        places.add(Place.of(What.MEETING, Optional.empty(), meeting.id(), meeting.head().title()));
        meeting.agenda().all().forEach(item -> {
            places.add(Place.of(What.ITEM, Optional.of(item.id()), item.id(), item.title()));
            meeting.conclusions().of(item.id()).ifPresent(text -> places.add(Place.of(What.CONCLUSION, Optional.of(item.id()), item.id(), text)));
            minutes(meeting, item.id()).ifPresent(text -> places.add(Place.of(What.MINUTES, Optional.of(item.id()), item.id(), text)));
        });
        minutes(meeting, MinutesTexts.GENERAL).ifPresent(text -> places.add(Place.of(What.MINUTES, Optional.empty(), meeting.id(), text)));
        meeting.votes().all().forEach(vote -> places.add(Place.of(What.VOTE, vote.motion().item(), vote.id(), vote.question())));
        Told anew = new Told(meeting, List.copyOf(places));
        meetings.put(meeting.id(), anew);
        return anew;
    }

    private static Optional<String> minutes(Meeting meeting, String place) {
        return Optional.of(meeting.minutes().of(place, TextPart.PUBLIC).document().plain()).filter(text -> !text.isBlank());
    }
}
