package vn.nghisu.minutes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.indicators.LaidIndicator;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.floor.Beyond;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;

/**
 * The plain contents of a biên bản, before it is worded. Everything that the meeting's journal knows and the minutes tell.
 *
 * @param gathering what it is called in a sentence: "phiên họp", "cuộc họp", "hội nghị"
 * @param openedAt absent before the opening
 * @param closedAt absent while the meeting lasts
 * @param grace who first came later than this after the opening, came late
 * @param quorum standing at the opening
 * @param recipients of "Nơi nhận", without dash and end mark; the file copy is added
 * @param journal the newest entry when the draft was made
 */
public record MinutesDraft(
        Registration registration,
        String gathering,
        String title,
        String room,
        Optional<Instant> openedAt,
        Optional<Instant> closedAt,
        Duration grace,
        Optional<Quorum.Standing> quorum,
        List<Attendee> present,
        List<Absentee> absent,
        List<Attendee> guests,
        Person chair,
        List<Person> secretaries,
        List<Step> course,
        List<String> recipients,
        Head journal) {

    /** The same with its number. */
    MinutesDraft registered(Registration newRegistration) {
        return new MinutesDraft(newRegistration, gathering, title, room, openedAt, closedAt, grace, quorum, present, absent, guests, chair, secretaries, course,
                recipients, journal);
    }

    /**
     * Whose paper it is and its number.
     *
     * @param number in the year's series; absent before registration
     * @param notation the agency's letters after "BB-", such as "BCĐ"; absent when not known
     */
    public record Registration(Optional<String> parentAgency, String agency, Optional<Integer> number, Optional<String> notation) {
        private static final String KIND = "BB-";

        /** "BCĐ" of the notation "BB-BCĐ". */
        static String letters(String notation) {
            return notation.startsWith(KIND) ? notation.substring(KIND.length()) : notation;
        }
    }

    /** @param post title and unit, may be empty; the record for machines has it in this form */
    public record Person(String name, String post) {
        /** As printed: without the unit where the title names it in short, "Chủ tịch UBND tỉnh, Trưởng ban, Ủy ban nhân dân tỉnh". */
        String shownPost() {
            int unit = post.lastIndexOf(", ");
            return unit > 0 && inFull(post.substring(0, unit)).contains(inFull(post.substring(unit + 2))) ? post.substring(0, unit) : post;
        }

        private static String inFull(String words) {
            return words.toLowerCase(Locale.ROOT).replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân").replace("uỷ", "ủy");
        }
    }

    /**
     * @param stays times of presence, oldest first; at least one
     * @param places in whose place the person came, oldest first
     */
    public record Attendee(Person person, boolean votes, List<Stay> stays, List<Place> places) {}

    /** @param votes whether with the member's vote @param to when it ended, where that was before the end */
    public record Place(Person member, boolean votes, Instant from, Optional<Instant> to) {}

    /** @param to absent when present to the end */
    public record Stay(Instant from, Optional<Instant> to, Manner manner) {}

    /** @param reason may be empty @param substitute who came instead */
    public record Absentee(Person person, boolean votes, String reason, Optional<Person> substitute) {}

    /** One part of the course. */
    public sealed interface Step {
        /** Does one thing for each kind of step. */
        interface Reader {
            void recess(Recess recess);

            void item(Item item);
        }

        void read(Reader reader);

        /** @param to absent while it lasts */
        record Recess(Instant from, Optional<Instant> to) implements Step {
            @Override
            public void read(Reader reader) {
                reader.recess(this);
            }
        }

        /**
         * An item of the agenda, or what happened outside of it.
         *
         * @param number printed number, empty outside the agenda
         * @param level 1 or 2
         * @param presenter person or unit, may be empty
         * @param unit submitting unit, may be empty
         * @param takenUp whether the meeting came to it
         * @param indicators what lay beside it
         * @param opinions handed in in writing
         * @param recusals who took no part in it
         * @param notes the secretary's own text
         * @param conclusions paragraphs of the chair's conclusion
         */
        record Item(
                String number,
                int level,
                String title,
                String presenter,
                String unit,
                boolean takenUp,
                List<Spell> spells,
                List<PresentedPaper> papers,
                List<LaidIndicator> indicators,
                List<Recusal> recusals,
                List<Speech> speeches,
                List<Opinion> opinions,
                List<RichBlock> notes,
                List<Ballot> votes,
                List<String> conclusions)
                implements Step {
            @Override
            public void read(Reader reader) {
                reader.item(this);
            }
        }
    }

    /** @param to absent while it lasts */
    public record Spell(Instant from, Optional<Instant> to) {}

    /** @param spells the times for which it held; the last may run on */
    public record Recusal(Person person, String reason, List<Spell> spells) {}

    public record PresentedPaper(String title, int pages) {}

    /**
     * A turn to speak.
     *
     * @param about its line of content, may be empty
     * @param to absent while it lasts
     * @param spentMs time used without pauses
     * @param with who is asked by a question, or whose question is replied to
     * @param beyond the rule of the floor that who leads has gone beyond
     */
    public record Speech(
            Person person, SpeechKind kind, String about, Instant from, Optional<Instant> to, long spentMs, Optional<Person> with, Optional<Beyond> beyond) {}

    /** What somebody has handed in in writing on an item. */
    public record Opinion(Person person, String text) {}

    /**
     * One vote.
     *
     * @param withoutQuorum the numbers when it was opened without its quorum
     * @param result absent when it was cancelled, or lasts
     * @param repeatsBecause reason, when it repeats an earlier vote
     * @param repeated whether it was itself repeated later
     */
    public record Ballot(
            String question,
            Mode mode,
            MajorityRule rule,
            Instant openedAt,
            Optional<Instant> closedAt,
            Optional<Quorum.Standing> withoutQuorum,
            Optional<Result> result,
            Optional<String> repeatsBecause,
            boolean repeated,
            Optional<String> cancelledBecause) {}

    /**
     * The numbers of a vote, verbatim.
     *
     * @param members all members with a vote
     * @param entitled members with a vote who were present at the opening of the vote, and so on the list of voters
     * @param received ballots
     * @param notVoted on the list, but no ballot
     * @param notVotedNames only of open votes
     * @param verdict the sentence that was shown
     * @param recused members with a vote who took no part in the item, and are in none of the numbers
     * @param votes whether the numbers of the choices are votes of members who have different numbers of them, with heads beside
     * @param notes who cast a ballot for whom, the calling of names, and what was put right after the closing
     */
    public record Result(
            int members,
            int entitled,
            int received,
            List<Choice> choices,
            int notVoted,
            List<String> notVotedNames,
            String verdict,
            List<String> recused,
            boolean votes,
            List<String> notes) {}

    /** @param count what decides; @param heads ballots, the same where each has one vote; @param names only of open votes */
    public record Choice(String label, int count, int heads, List<String> names) {
        public Choice(String label, int count, List<String> names) {
            this(label, count, count, names);
        }
    }
}
