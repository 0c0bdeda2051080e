package vn.nghisu.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.minutes.MinutesDraft.Person;

/**
 * What the templates of all kinds may name (docs/templates.md). Empty where the meeting doesn't know it.
 *
 * @param agencyCapitals the agency in capital letters
 * @param place địa danh of the paper
 * @param date of the paper, "ngày 05 tháng 01 năm 2026"
 * @param gathering "phiên họp", "cuộc họp", "hội nghị"; {@code gatheringCapital} at the begin of a sentence
 * @param day of the meeting, as {@code date}; {@code dayCapital} at the begin of a sentence
 * @param starts as planned, "08 giờ 30 phút, ngày 05 tháng 01 năm 2026"; so are {@code ends}, {@code opened} and {@code closed}
 * @param chair name and post
 * @param secretary the name of the first; {@code secretaries} are all, with their posts
 * @param signer name of who signs
 */
record Common(String agency, String agencyCapitals, String parentAgency, String place, String date, String meeting, String gathering, String gatheringCapital,
        String room, String day, String dayCapital, String starts, String ends, String opened, String closed, String chair, String chairName, String chairPost,
        String secretary, String secretaries, String signer) {

    static Common of(MinutesDraft draft, Times times, Frame frame, Optional<Meeting> meeting) {
        Optional<Instant> starts = meeting.map(each -> each.head().startsAt());
        String day = draft.openedAt().or(() -> starts).map(at -> Times.date(LocalDate.ofInstant(at, times.zone()))).orElse("…");
        return new Common(draft.registration().agency(), draft.registration().agency().toUpperCase(Locale.forLanguageTag("vi")),
                draft.registration().parentAgency().orElse(""), frame.place(), frame.date().map(Times::date).orElse(""), draft.title(), draft.gathering(),
                Words.capital(draft.gathering()), draft.room().isBlank() ? "…" : draft.room(), day, Words.capital(day), starts.map(times::moment).orElse("…"),
                meeting.map(each -> each.head().endsAt()).map(times::moment).orElse("…"), draft.openedAt().map(times::moment).orElse("…"),
                draft.closedAt().map(times::moment).orElse(""), Words.named(draft.chair()), draft.chair().name(), draft.chair().shownPost(),
                draft.secretaries().stream().findFirst().map(Person::name).orElse(""),
                String.join("; ", draft.secretaries().stream().map(Words::named).toList()), frame.signatory().name());
    }
}
