package vn.nghisu.journal;

import java.util.UUID;

/**
 * A choice of an unnamed vote on its way into the urn, beside the journal and never in it. The urn keeps no time, order,
 * weight or serial.
 *
 * @param voteKey which vote, formed like a stream's name
 * @param slot a random UUID: it makes the deposit unique and its place in the table meaningless
 * @param choice what was chosen, opaque here, at most 4,000 characters
 */
public record UrnDeposit(String voteKey, String slot, String choice) {

    /** @throws IllegalArgumentException when a part has not the form above, or the slot carries a time */
    public UrnDeposit {
        Forms.name("voteKey", voteKey);
        UUID id = UUID.fromString(slot);
        if (!id.toString().equals(slot)) {
            throw new IllegalArgumentException("a slot is a UUID in lower case");
        }
        // versions 1, 2, 6 and 7 begin with the time, which would put the ballots back into the order of casting
        int version = id.version();
        if (version == 1 || version == 2 || version == 6 || version == 7) {
            throw new IllegalArgumentException("a slot is a random UUID, not one made from the time");
        }
        Forms.text("choice", choice, Forms.CHOICE_MAX_CHARS);
    }
}
