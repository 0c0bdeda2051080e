package vn.nghisu.meeting.tasks;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;

/**
 * What a task wants of whom, as the secretary words it.
 *
 * @param content may be empty
 * @param leadUnit đơn vị chủ trì, named as the directory names the units of its people
 * @param coordinating đơn vị phối hợp
 * @param director lãnh đạo chỉ đạo
 * @param monitor chuyên viên theo dõi
 * @param handler who reports
 * @param due last day in Việt Nam's time
 */
public record Assignment(String title, String content, String leadUnit, List<String> coordinating, Optional<Entrusted> director,
        Optional<Entrusted> monitor, Entrusted handler, Optional<LocalDate> due) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** As people write a day. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    Optional<Decision> check(Meeting meeting) {
        LocalDate met = LocalDate.ofInstant(meeting.heldAt().isBefore(meeting.head().startsAt()) ? meeting.heldAt() : meeting.head().startsAt(), VietnamTime.ZONE);
        return first(Stream.of(
                Limits.needed(title, Fields.TASK, Limits.TITLE_CHARACTERS),
                Limits.optional(content, Fields.TASK_CONTENT, Limits.OPINION_CHARACTERS),
                Limits.needed(leadUnit, Fields.LEAD_UNIT, Limits.NAME_CHARACTERS),
                coordinating.size() > Limits.TASK_UNITS ? Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.TASK_UNITS)) : Optional.<Decision>empty(),
                first(coordinating.stream().map(unit -> Limits.needed(unit, Fields.COORDINATING_UNIT, Limits.NAME_CHARACTERS))),
                check(handler, Fields.HANDLER),
                director.flatMap(person -> check(person, Fields.DIRECTOR)),
                monitor.flatMap(person -> check(person, Fields.MONITOR)),
                due.flatMap(day -> Limits.time(day.atStartOfDay(VietnamTime.ZONE).toInstant())),
                due.filter(day -> day.isBefore(met)).map(day -> Decision.refuse(Reason.TASK_DUE_TOO_EARLY, day(met)))));
    }

    private static Optional<Decision> check(Entrusted person, Text field) {
        return first(Stream.of(
                Limits.isId(person.id()) ? Optional.<Decision>empty() : Optional.of(Decision.refuse(Reason.BAD_ID)),
                Limits.needed(person.name(), field, Limits.NAME_CHARACTERS),
                Limits.optional(person.title(), Fields.POST, Limits.NAME_CHARACTERS),
                Limits.optional(person.unit(), Fields.UNIT, Limits.NAME_CHARACTERS)));
    }

    private static Optional<Decision> first(Stream<Optional<Decision>> checks) {
        return checks.flatMap(Optional::stream).findFirst();
    }

    Assignment stripped() {
        return new Assignment(title.strip(), content.strip(), leadUnit.strip(), coordinating.stream().map(String::strip).distinct().toList(),
                director.map(Entrusted::stripped), monitor.map(Entrusted::stripped), handler.stripped(), due);
    }

    Assignment dueOn(LocalDate day) {
        return new Assignment(title, content, leadUnit, coordinating, director, monitor, handler, Optional.of(day));
    }

    /** Whether somebody is named in it: handler, director or monitor. */
    public boolean names(String person) {
        return handler.id().equals(person) || Stream.of(director, monitor).flatMap(Optional::stream).anyMatch(named -> named.id().equals(person));
    }

    /** Whether those who remind look at it for this person: who reports, and who follows it up. */
    public boolean reminds(String person) {
        return handler.id().equals(person) || monitor.filter(named -> named.id().equals(person)).isPresent();
    }

    public boolean isLedBy(String unit) {
        return isSame(leadUnit, unit);
    }

    public boolean isCoordinatedBy(String unit) {
        return isAmong(coordinating, unit);
    }

    private static boolean isAmong(Collection<String> units, String unit) {
        return units.stream().anyMatch(each -> isSame(each, unit));
    }

    private static boolean isSame(String unit, String other) {
        return !other.isBlank() && plain(unit).equalsIgnoreCase(plain(other));
    }

    private static String plain(String unit) {
        return unit.strip().replaceAll("\\s+", " ");
    }
}
