package vn.nghisu.meeting.beforehand;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.session.Phase;

/**
 * Opinions before the meeting. Times are ms since 1970.
 *
 * @param cutOff until when they are taken; without it until the opening
 * @param asked whose opinion is wanted, by the id of each item on which opinions are or were taken; only told to those who prepare
 * @param opinions by item id and person id, of those who are asked; only told to those who prepare
 * @param compilations by item id; only told to those who prepare
 */
public record BeforehandView(Optional<Long> cutOff, Map<String, List<String>> asked, Map<String, Map<String, OpinionBefore>> opinions, Map<String, CompilationView> compilations) {

    public record OpinionBefore(Stance stance, String text, long at) {}

    public record CompilationView(String text, long at) {}

    public static BeforehandView of(Meeting meeting, Rights rights) {
        Beforehand beforehand = meeting.beforehand();
        Map<String, List<String>> asked = new LinkedHashMap<>();
        Map<String, Map<String, OpinionBefore>> opinions = new LinkedHashMap<>();
        Map<String, CompilationView> compilations = new LinkedHashMap<>();
        if (rights.mayPrepare()) {
            for (String item : meeting.agenda().order().stream().filter(each -> !rights.recused().contains(each)).toList()) {
                Map<String, OpinionBefore> views = new LinkedHashMap<>();
                Beforehand.counted(meeting, item).forEach((person, opinion) -> views.put(person, view(opinion)));
                if (!views.isEmpty()) {
                    opinions.put(item, views);
                }
                Optional<Beforehand.Compilation> compilation = beforehand.compilation(item);
                if (meeting.head().kind().hasSession() && (meeting.phase() == Phase.ISSUED || !views.isEmpty() || compilation.isPresent())) {
                    asked.put(item, Beforehand.asked(meeting, item));
                }
                compilation.ifPresent(made -> compilations.put(item, new CompilationView(made.text(), made.at().toEpochMilli())));
            }
        }
        return new BeforehandView(beforehand.cutOff().map(Instant::toEpochMilli), asked, opinions, compilations);
    }

    /** This view, of an earlier state and the same rights, moved on. */
    public BeforehandView after(Meeting before, Meeting now, Rights rights) {
        return before.beforehand() == now.beforehand() && before.agenda() == now.agenda() && before.roster() == now.roster() && before.recusals() == now.recusals() && before.phase() == now.phase()
                ? this
                : of(now, rights);
    }

    public static OpinionBefore view(Beforehand.Opinion opinion) {
        return new OpinionBefore(opinion.stance(), opinion.text(), opinion.at().toEpochMilli());
    }
}
