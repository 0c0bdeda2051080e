package vn.nghisu.minutes;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.franchise.FranchiseEvent;

/** Who has how many votes and who casts them, in words. */
final class FranchiseFacts {
    private FranchiseFacts() {}

    static Text of(FranchiseEvent event, Meeting before) {
        if (event instanceof FranchiseEvent.PracticeAdopted) {
            return new Text("Áp dụng quy chế biểu quyết riêng của cơ quan", "The body's own rules for votes apply");
        }
        if (event instanceof FranchiseEvent.WeightsSet e) {
            Text text = e.weights().isEmpty()
                    ? new Text("Mỗi thành viên có một phiếu", "Each member has one vote")
                    : new Text("Số phiếu: {0}; người khác một phiếu", "Votes: {0}; others one").fill(weights(e.weights(), before));
            return e.reason().filter(words -> !words.isBlank()).map(words -> new Text("{0}; lý do: {1}", "{0}; reason: {1}").fill(text, words)).orElse(text);
        }
        if (event instanceof FranchiseEvent.VoteDelegated e) {
            return new Text("{0} ủy quyền biểu quyết cho {1}", "{0} gives the vote to {1}").fill(before.roster().name(e.person()), before.roster().name(e.to()));
        }
        if (event instanceof FranchiseEvent.SubstituteNamed e) {
            Text text = e.votes()
                    ? new Text("{0} dự thay {1}, biểu quyết thay", "{0} comes in the place of {1}, with the vote")
                    : new Text("{0} dự thay {1}, không biểu quyết", "{0} comes in the place of {1}, without a vote");
            return text.fill(before.roster().name(e.substitute()), before.roster().name(e.person()));
        }
        if (event instanceof FranchiseEvent.SubstitutionEnded e) {
            return ended(before, e.person())
                    .orElseGet(() -> new Text("Không còn ai dự thay {0}", "Nobody comes in the place of {0} any more").fill(before.roster().name(e.person())));
        }
        return new Text("{0} thôi ủy quyền biểu quyết", "{0} takes the vote back").fill(before.roster().name(((FranchiseEvent.DelegationTakenBack) event).person()));
    }

    /** That the substitute of a member comes in that place no more, where there is one. */
    static Optional<Text> ended(Meeting before, String member) {
        return before.franchise().substitutionOf(member).map(there -> new Text("{0} thôi dự thay {1}", "{0} no longer comes in the place of {1}")
                .fill(before.roster().name(there.substitute()), before.roster().name(member)));
    }

    private static String weights(Map<String, Integer> weights, Meeting meeting) {
        return meeting.roster().order().stream().filter(weights::containsKey)
                .map(person -> meeting.roster().name(person) + " " + weights.get(person)).collect(Collectors.joining(", "));
    }
}
