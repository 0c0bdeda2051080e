package vn.nghisu.meeting;

import java.util.List;

/** The answer of a command: events to append, or a refusal with its reason. */
public sealed interface Decision {

    /** @param deposits choices for urns outside the journal, to be stored in the same transaction as the events */
    record Accepted(List<Event> events, List<Deposit> deposits) implements Decision {}

    record Refused(Refusal refusal) implements Decision {}

    /** One choice of an unnamed vote; carries no name, order or time. */
    record Deposit(String voteId, String choice) {
        /** The choice never reaches a log by accident. */
        @Override
        public String toString() {
            return "Deposit[" + voteId + "]";
        }
    }

    static Decision accept(Event... events) {
        return new Accepted(List.of(events), List.of());
    }

    static Decision accept(List<Event> events) {
        return new Accepted(List.copyOf(events), List.of());
    }

    static Decision refuse(Reason reason, Object... arguments) {
        return new Refused(Refusal.of(reason, arguments));
    }
}
