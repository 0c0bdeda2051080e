package vn.nghisu.room;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.signing.Sentence;

/**
 * What a meeting's journal knows of an official paper's file, found by its SHA-256: words on pages are those that were signed only in a file
 * that the journal names.
 *
 * @param found whether it is one of the journal's
 */
record PaperTrace(boolean found, List<Sentence> faults, List<Sentence> told) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneOffset.ofHours(7));

    /**
     * @param states SHA-256 of the file, then of those earlier states of it since which only signatures came
     * @param ever the paper's id for each file that the journal ever named
     */
    static PaperTrace of(Meeting meeting, List<String> states, Map<String, String> ever) {
        for (String state : states) {
            Optional<Document> document = Optional.ofNullable(ever.get(state)).flatMap(meeting.documents()::find);
            if (document.isPresent()) {
                return of(document.get(), state, state.equals(states.get(0)));
            }
        }
        return new PaperTrace(false, List.of(), List.of());
    }

    /** By a paper that is at hand, one of whose files it is. */
    static PaperTrace of(Document document, List<String> states) {
        return states.stream().filter(state -> document.files().anyMatch(state::equals)).findFirst()
                .map(state -> of(document, state, state.equals(states.get(0)))).orElseGet(() -> new PaperTrace(false, List.of(), List.of()));
    }

    private static PaperTrace of(Document document, String state, boolean exactly) {
        String vi = title(document, true);
        String en = title(document, false);
        if (document.files().noneMatch(state::equals)) {
            return fault("Đây là bản cũ của " + vi + ", đã được lập lại sau đó.", "This is an old making of " + en + ", which was made anew after it.");
        }
        if (document.recalled().isPresent()) {
            String reason = document.recalled().get().reason();
            String at = DAY.format(document.recalled().get().at());
            return fault("Tệp này là " + vi + ", đã bị thu hồi ngày " + at + ", lý do: " + reason + ". Văn bản không còn hiệu lực.",
                    "This file is " + en + ", which was recalled on " + at + ": " + reason + ". The paper is no longer in force.");
        }
        if (!exactly) {
            return told("Các trang đúng là của " + vi + "; sau đó tệp có phần được thêm vào (chữ ký hoặc dữ liệu khác) mà sổ nhật ký không ghi.",
                    "The pages are those of " + en + "; after them the file has something more (signatures or other data) that the journal does not name.");
        }
        if (!state.equals(document.file())) {
            return told("Tệp này là " + vi + " khi chưa đủ chữ ký; đã có bản ký sau.", "This file is " + en + " with fewer signatures than the newest one.");
        }
        return switch (document.state()) {
            case ISSUED -> told("Tệp này đúng là " + vi + ", ban hành ngày " + day(document.issuedAt()) + ".", "This file is " + en + ", issued on " + day(document.issuedAt()) + ".");
            case SIGNED -> told("Tệp này đúng là " + vi + ", đã ký, chưa ban hành.", "This file is " + en + ", signed and not issued.");
            case MADE, RECALLED -> told("Tệp này đúng là " + vi + ", chưa ai ký.", "This file is " + en + ", signed by nobody.");
        };
    }

    private static String day(Optional<Instant> at) {
        return at.map(DAY::format).orElse("?");
    }

    private static PaperTrace fault(String vi, String en) {
        return new PaperTrace(true, List.of(new Sentence(vi, en)), List.of());
    }

    private static PaperTrace told(String vi, String en) {
        return new PaperTrace(true, List.of(), List.of(new Sentence(vi, en)));
    }

    static String title(Document document, boolean vi) {
        String label = vi ? document.content().kind().label().vi() : document.content().kind().label().en();
        return "“" + label + document.content().number().map(number -> (vi ? " số " : " no. ") + number.printed()).orElse("") + "”";
    }
}
