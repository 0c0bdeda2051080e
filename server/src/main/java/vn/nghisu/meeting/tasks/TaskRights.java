package vn.nghisu.meeting.tasks;

import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * What somebody may do with one task, by the part they have in it: the one place of these rights, asked where commands are decided and
 * where tasks are read across meetings.
 *
 * @param see its words, standing and history
 * @param report progress, its completion, and that more time is needed: the handler and the lead unit's people
 * @param oversee changing, approving, cancelling: chair and secretary of the meeting, and of the body after them
 */
public record TaskRights(boolean see, boolean report, boolean oversee) {
    private static final TaskRights NONE = new TaskRights(false, false, false);

    public static TaskRights of(Meeting meeting, Task task, Caller caller) {
        if (!caller.reaches(meeting.head().bodyId())) {
            return NONE;
        }
        Rights rights = Rights.of(meeting, caller);
        Assignment assignment = task.assignment();
        String unit = caller.post().map(Caller.Post::unit).orElse("");
        boolean oversees = oversees(meeting, caller);
        boolean reports = assignment.handler().id().equals(caller.person()) || assignment.isLedBy(unit);
        boolean hasPart = reports || assignment.names(caller.person()) || assignment.isCoordinatedBy(unit);
        boolean inMeeting = rights.isInside() && rights.maySeeAbout(meeting, task.item());
        boolean sees = oversees || inMeeting || hasPart && Tasks.areTold(meeting);
        return sees ? new TaskRights(true, reports, oversees) : NONE;
    }

    /** Files that show what was done come from those who carry it out and from those who decide on it. */
    public boolean bring() {
        return report || oversee;
    }

    /** Whether all tasks of a meeting are this caller's to decide on. */
    static boolean oversees(Meeting meeting, Caller caller) {
        String body = meeting.head().bodyId();
        return caller.reaches(body) && (caller.prepares().contains(body) || Rights.of(meeting, caller).mayLead());
    }
}
