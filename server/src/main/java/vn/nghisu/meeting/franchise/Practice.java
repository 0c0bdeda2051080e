package vn.nghisu.meeting.franchise;

import java.util.List;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;

/**
 * What the rules of a body allow in its votes (product V2, V9, A4), besides its usual majority and quorum. Kept with each meeting as it was
 * when the meeting was made.
 *
 * @param modes kinds of voting that are allowed, at least one, in their own order
 * @param weights whether members may have different numbers of votes
 * @param delegations votes of absent members that one who is present may hold; 0 where no vote is given to another
 * @param chairAnswers when the chair's name is called in a roll call
 * @param rules special majorities by name, offered when a vote is prepared
 * @param secrecy how many people a secret vote needs
 * @param substitutes whether somebody else may come in the place of an absent member, and vote there
 */
public record Practice(List<Mode> modes, boolean weights, int delegations, ChairAnswers chairAnswers, List<NamedRule> rules, SecretSize secrecy, Substitutes substitutes) {
    public static final int DELEGATIONS_MAX = 10;
    public static final int RULES_MAX = 20;
    public static final Practice USUAL = new Practice(List.of(Mode.values()), false, 0, ChairAnswers.LAST, List.of(), SecretSize.USUAL, Substitutes.NONE);

    public enum ChairAnswers {
        FIRST,
        AS_LISTED,
        LAST
    }

    public enum Substitutes {
        NONE,
        WITHOUT_VOTE,
        WITH_VOTE
    }

    /**
     * How many people a secret vote needs. A body can ask for more than the protocol does, never for less.
     *
     * @param fewest ballots of fewer people are not decrypted
     * @param few where fewer people vote it is said that the result may give choices away
     */
    public record SecretSize(int fewest, int few) {
        public static final int LEAST = 3;
        public static final int MOST = 1_000;
        public static final SecretSize USUAL = new SecretSize(LEAST, 10);

        public SecretSize {
            if (fewest < LEAST || few < fewest || few > MOST) {
                throw new IllegalArgumentException("fewest " + fewest + ", few " + few);
            }
        }
    }

    /** A majority for a certain kind of decision, as "dismissal: two thirds of all members". */
    public record NamedRule(String name, MajorityRule rule, Quorum quorum) {}

    public Practice {
        modes = modes.stream().distinct().sorted().toList();
        rules = List.copyOf(rules);
        if (modes.isEmpty() || delegations < 0 || delegations > DELEGATIONS_MAX || rules.size() > RULES_MAX) {
            throw new IllegalArgumentException("no mode, or " + delegations + " delegations, or " + rules.size() + " rules");
        }
    }
}
