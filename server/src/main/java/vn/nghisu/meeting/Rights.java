package vn.nghisu.meeting;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.preparation.Head;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Vote;

/**
 * What somebody may do and see in one meeting, as a value: people with equal rights share one view.
 * The one table of rights (product X3); commands ask it in {@code decide}, the view asks it when it is made.
 *
 * @param kind the row of the table
 * @param votes listed with a vote
 * @param named papers open to this person by name; empty for those who see all papers anyway
 * @param recused items in which this person takes no part now, those below them included
 */
public record Rights(Kind kind, boolean votes, Set<String> named, Set<String> recused) {

    public enum Kind {
        NONE,
        SCREEN,
        GUEST,
        MEMBER,
        SECRETARY,
        CHAIR,
        SYSTEM
    }

    public static Rights of(Meeting meeting, Caller caller) {
        if (caller.isSystem()) {
            return new Rights(Kind.SYSTEM, false, Set.of(), Set.of());
        }
        if (caller.person().equals(Caller.SCREEN)) {
            return new Rights(meeting.session().isVisibleToParticipants() && meeting.head().kind().hasSession() ? Kind.SCREEN : Kind.NONE, false, Set.of(), Set.of());
        }
        Optional<Participant> participant = meeting.roster().find(caller.person())
                .filter(found -> caller.reaches(meeting.head().bodyId()));
        Kind kind = participant.map(p -> kind(p.role())).orElse(Kind.NONE);
        if (!meeting.session().isVisibleToParticipants() && kind != Kind.SECRETARY && kind != Kind.CHAIR) {
            kind = Kind.NONE;
        }
        if (kind == Kind.NONE) {
            return new Rights(Kind.NONE, false, Set.of(), Set.of());
        }
        Set<String> named = new TreeSet<>();
        if (kind == Kind.MEMBER || kind == Kind.GUEST) {
            meeting.papers().all()
                    .filter(paper -> paper.access() == Access.NAMED && paper.namedReaders().contains(caller.person()))
                    .forEach(paper -> named.add(paper.id()));
        }
        return new Rights(kind, participant.get().votes(), named, meeting.recusals().closedTo(meeting.agenda(), caller.person()));
    }

    private static Kind kind(Role role) {
        return switch (role) {
            case CHAIR -> Kind.CHAIR;
            case SECRETARY -> Kind.SECRETARY;
            case MEMBER -> Kind.MEMBER;
            case GUEST -> Kind.GUEST;
        };
    }

    public boolean maySeeMeeting() {
        return kind != Kind.NONE;
    }

    /** Prepares the meeting: its head, list, agenda and papers. */
    public boolean mayPrepare() {
        return kind == Kind.SECRETARY || kind == Kind.CHAIR || kind == Kind.SYSTEM;
    }

    /** Leads the session: opening, agenda, floor, votes, screen. The secretary does so at the chair's word. */
    public boolean mayLead() {
        return kind == Kind.SECRETARY || kind == Kind.CHAIR || kind == Kind.SYSTEM;
    }

    /** The chair's own decision, as on a tie. */
    public boolean isChair() {
        return kind == Kind.CHAIR;
    }

    public boolean maySpeak() {
        return kind == Kind.CHAIR || kind == Kind.SECRETARY || kind == Kind.MEMBER || kind == Kind.GUEST;
    }

    /** Whose opinion on an item is wanted before the meeting. */
    public boolean mayOpine() {
        return opines(kind);
    }

    /** Whether who is on the list in this role may. */
    public static boolean mayOpine(Role role) {
        return opines(kind(role));
    }

    private static boolean opines(Kind kind) {
        return kind == Kind.MEMBER || kind == Kind.CHAIR;
    }

    /** Among the people of the body, as against guests and screens. */
    public boolean isInside() {
        return mayPrepare() || kind == Kind.MEMBER;
    }

    /** Why somebody does not come, which may be an illness, is between them and those who prepare or lead; the official minutes say it. */
    public boolean maySeeReasonsOfAbsence() {
        return mayPrepare() || mayLead();
    }

    /** Whether the floor is open to them: not while an item is in hand in which they take no part. */
    public boolean takePart(Meeting meeting) {
        return meeting.agenda().inHand().filter(recused::contains).isEmpty();
    }

    /** A sub-item is hidden with the item above it. */
    public boolean maySee(Meeting meeting, Item item) {
        return maySee(item.visibility())
                && item.parent().flatMap(meeting.agenda()::find).map(above -> maySee(above.visibility())).orElse(true);
    }

    /** Whether something said about an item may be seen; what belongs to no item may be. */
    public boolean maySeeAbout(Meeting meeting, Optional<String> item) {
        return item.isEmpty() ? maySeeMeeting() : meeting.agenda().find(item.get()).filter(found -> maySee(meeting, found)).isPresent();
    }

    /** Whether a paper is open to these rights; the item it belongs to must be visible too, and one that they take part in. */
    public boolean maySee(Meeting meeting, Paper paper) {
        return !recused.contains(paper.itemId()) && (mayPrepare() || !paper.isWithdrawn() && paper.isPrepared() && isFor(meeting, paper));
    }

    /**
     * Whether the file of a paper, as it came, may be taken along; a screen shows pages and takes nothing. Of what is for viewing only
     * those who prepare keep the file.
     */
    public boolean mayTake(Meeting meeting, Paper paper) {
        return kind != Kind.SCREEN && maySee(meeting, paper) && (mayPrepare() || paper.handling() == Handling.FREE);
    }

    /** The minutes are for those who prepare from the opening on, and for the people of the body once the meeting is closed. */
    public boolean mayReadMinutes(Meeting meeting) {
        return mayPrepare() && (meeting.session().openedAt().isPresent() || Circulation.isOut(meeting)) || isInside() && meeting.phase() == Phase.CLOSED;
    }

    /** Whether a paper was meant for these rights, withdrawn or not. */
    public boolean isFor(Meeting meeting, Paper paper) {
        return mayPrepare() || maySeeAbout(meeting, Optional.of(paper.itemId())) && switch (paper.access()) {
            case EVERYONE -> maySeeMeeting();
            case MEMBERS -> isInside();
            case NAMED -> named.contains(paper.id());
        };
    }

    /** Prepared votes are for those who lead; a vote on an item is hidden with the item. */
    public boolean maySee(Meeting meeting, Vote vote) {
        return mayLead() || vote.state() != Vote.State.PREPARED && maySeeAbout(meeting, vote.motion().item());
    }

    /** A change is told to those who could see what was changed. */
    public boolean maySee(Meeting meeting, Head.Revision revision) {
        Optional<Paper> paper = revision.paper().flatMap(meeting.papers()::find);
        return paper.filter(changed -> recused.contains(changed.itemId())).isEmpty()
                && (mayPrepare() || maySee(revision.visibility()) && paper.map(changed -> isFor(meeting, changed)).orElse(true));
    }

    private boolean maySee(Visibility visibility) {
        return visibility == Visibility.EVERYONE ? maySeeMeeting() : isInside();
    }
}
