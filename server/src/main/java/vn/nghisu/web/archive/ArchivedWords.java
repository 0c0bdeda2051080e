package vn.nghisu.web.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.papers.TextFold;
import vn.nghisu.search.Snippet;
import vn.nghisu.search.Wanted;

/**
 * The words of closed meetings, folded once for as long as a meeting stays the same and there is room; what is beyond the room is folded at
 * each search and let go, one meeting at a time. Rights are asked anew for each search: what is remembered here is told to nobody. Thread-safe.
 */
final class ArchivedWords {
    /** Folded characters that are kept, of all meetings; most take one byte. */
    private static final long KEPT_CHARACTERS = 16_000_000;

    private final long most;
    private final Map<String, Told> meetings = new HashMap<>();
    private long kept;

    ArchivedWords() {
        this(KEPT_CHARACTERS);
    }

    ArchivedWords(long most) {
        this.most = most;
    }

    enum What {
        MEETING,
        ITEM,
        CONCLUSION,
        /** The secretary's own text in the minutes that members read. */
        MINUTES,
        VOTE
    }

    /** @param item whose it is; absent for the meeting's own title, and for a vote and a text outside the agenda @param text from the meeting, which has it anyway */
    private record Place(What what, Optional<String> item, String id, Supplier<String> text, String folded) {
        static Place of(What what, Optional<String> item, String id, String text) {
            return new Place(what, item, id, () -> text, TextFold.fold(text));
        }
    }

    private record Told(Meeting meeting, List<Place> places) {
        long characters() {
            return places.stream().mapToLong(place -> place.folded().length()).sum();
        }
    }

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
                String whole = place.text().get();
                Snippet text = place.what() == What.CONCLUSION || place.what() == What.MINUTES ? Snippet.of(whole, wanted) : Snippet.ofAll(whole, wanted);
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
        synchronized (meetings) {
            Told known = meetings.get(meeting.id());
            if (known != null && known.meeting() == meeting) {
                return known;
            }
        }
        Told anew = fold(meeting);
        keep(anew);
        return anew;
    }

    private void keep(Told anew) {
        synchronized (meetings) {
            Told before = meetings.remove(anew.meeting().id());
            kept -= before == null ? 0 : before.characters();
            if (kept + anew.characters() <= most) {
                meetings.put(anew.meeting().id(), anew);
                kept += anew.characters();
            }
        }
    }

    /** Folded characters in memory. */
    long kept() {
        synchronized (meetings) {
            return kept;
        }
    }

    private static Told fold(Meeting meeting) {
        List<Place> places = new ArrayList<>();
        places.add(Place.of(What.MEETING, Optional.empty(), meeting.id(), meeting.head().title()));
        meeting.agenda().all().forEach(item -> {
            places.add(Place.of(What.ITEM, Optional.of(item.id()), item.id(), item.title()));
            meeting.conclusions().of(item.id()).ifPresent(text -> places.add(Place.of(What.CONCLUSION, Optional.of(item.id()), item.id(), text)));
            minutes(meeting, Optional.of(item.id())).ifPresent(places::add);
        });
        minutes(meeting, Optional.empty()).ifPresent(places::add);
        meeting.votes().all().forEach(vote -> places.add(Place.of(What.VOTE, vote.motion().item(), vote.id(), vote.question())));
        return new Told(meeting, List.copyOf(places));
    }

    /** The minutes' own text is long and is made plain again where it is shown. */
    private static Optional<Place> minutes(Meeting meeting, Optional<String> item) {
        Supplier<String> text = () -> meeting.minutes().of(item.orElse(MinutesTexts.GENERAL), TextPart.PUBLIC).document().plain();
        return Optional.of(text.get()).filter(some -> !some.isBlank()).map(some -> new Place(What.MINUTES, item, item.orElse(meeting.id()), text, TextFold.fold(some)));
    }
}
