package vn.nghisu.notes;

import java.util.Optional;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Paper;

/** A person in a meeting as it stands: which papers notes may be put on now, and who sits there to share them with. */
public record Sitting(Meeting meeting, String person, Rights rights) {

    public static Sitting of(Meeting meeting, Caller caller) {
        return new Sitting(meeting, caller.person(), Rights.of(meeting, caller));
    }

    /** The paper, when it is open to this person. */
    public Optional<Paper> open(String paper) {
        return meeting.papers().find(paper).filter(found -> rights.maySeeMeeting() && rights.maySee(meeting, found));
    }

    boolean sits(String other) {
        return meeting.roster().find(other).isPresent();
    }

    /** Whether somebody else's note may be shown to this person: shared with them, on a paper that is open to them, by somebody of the roster. */
    public boolean maySee(NoteStore.Owned owned) {
        return maySee(owned.person(), owned.note().paper(), owned.note().share());
    }

    public boolean maySee(String owner, String paper, Note.Share share) {
        boolean meant = share.reach() == Note.Reach.MEETING || share.reach() == Note.Reach.PEOPLE && share.people().contains(person);
        return meant && !owner.equals(person) && sits(owner) && open(paper).isPresent();
    }
}
