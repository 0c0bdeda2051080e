package vn.nghisu.meeting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.AgendaEvent;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.AttendanceEvent;
import vn.nghisu.meeting.attendance.SeatingCommand;
import vn.nghisu.meeting.attendance.SeatingEvent;
import vn.nghisu.meeting.beforehand.BeforehandCommand;
import vn.nghisu.meeting.beforehand.BeforehandEvent;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.circulation.CirculationEvent;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.conclusions.ConclusionEvent;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.DocumentEvent;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.FloorEvent;
import vn.nghisu.meeting.franchise.FranchiseCommand;
import vn.nghisu.meeting.franchise.FranchiseEvent;
import vn.nghisu.meeting.indicators.IndicatorCommand;
import vn.nghisu.meeting.indicators.IndicatorEvent;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.minutes.MinutesEvent;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.papers.PaperEvent;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.preparation.PreparationEvent;
import vn.nghisu.meeting.recusal.RecusalCommand;
import vn.nghisu.meeting.recusal.RecusalEvent;
import vn.nghisu.meeting.retention.RetentionCommand;
import vn.nghisu.meeting.retention.RetentionEvent;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.session.SessionEvent;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.meeting.stage.StageEvent;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.tasks.TaskEvent;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ConductCommand;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.SecretEvent;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.meeting.vote.VoteEvent;

/**
 * The one list of subjects: where names on the wire and in the journal come from. A subject's commands and events are the
 * records of its sealed interfaces (Java wants the parts of a sealed type in one package, so each subject has its own).
 */
public final class Subjects {
    /** Commands by wire name, for example {@code castBallot}. */
    public static final Map<String, Class<? extends Command>> COMMANDS = commands(
            PreparationCommand.class, SessionCommand.class, AgendaCommand.class, PaperCommand.class, AttendanceCommand.class,
            FloorCommand.class, VoteCommand.class, BallotCommand.class, ConductCommand.class, SecretCommand.class, StageCommand.class, ConclusionCommand.class, RecusalCommand.class,
            FranchiseCommand.class, SeatingCommand.class, CirculationCommand.class, BeforehandCommand.class, TaskCommand.class, MinutesCommand.class, IndicatorCommand.class, RetentionCommand.class, DocumentCommand.class);

    /** Events by stored name, for example {@code BallotCast}. */
    public static final Map<String, Class<? extends Event>> EVENTS = events(
            PreparationEvent.class, SessionEvent.class, AgendaEvent.class, PaperEvent.class, AttendanceEvent.class, FloorEvent.class,
            VoteEvent.class, SecretEvent.class, StageEvent.class, ConclusionEvent.class, RecusalEvent.class, FranchiseEvent.class, SeatingEvent.class, CirculationEvent.class,
            BeforehandEvent.class, TaskEvent.class, MinutesEvent.class, IndicatorEvent.class, RetentionEvent.class, DocumentEvent.class);

    private Subjects() {}

    public static String name(Class<? extends Command> command) {
        String name = command.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    public static String name(Event event) {
        return event.getClass().getSimpleName();
    }

    @SafeVarargs
    private static Map<String, Class<? extends Command>> commands(Class<? extends Command>... sealedTypes) {
        Map<String, Class<? extends Command>> byName = new LinkedHashMap<>();
        records(List.of(sealedTypes)).map(type -> type.<Command>asSubclass(Command.class)).forEach(type -> byName.put(name(type), type));
        return Map.copyOf(byName);
    }

    @SafeVarargs
    private static Map<String, Class<? extends Event>> events(Class<? extends Event>... sealedTypes) {
        Map<String, Class<? extends Event>> byName = new LinkedHashMap<>();
        records(List.of(sealedTypes)).map(type -> type.<Event>asSubclass(Event.class)).forEach(type -> byName.put(type.getSimpleName(), type));
        return Map.copyOf(byName);
    }

    private static Stream<Class<?>> records(List<? extends Class<?>> sealedTypes) {
        return sealedTypes.stream().flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));
    }
}
