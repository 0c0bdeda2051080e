package vn.nghisu.secret;

import java.util.Objects;
import vn.nghisu.journal.Hash;

/** A poll that is open: what is asked, under which keys, and who may vote. */
public final class Election {
    private final Poll poll;
    private final Keys keys;
    private final Roll roll;
    private final Hash hash;

    Election(Poll poll, Keys keys, Roll roll) {
        this.poll = poll;
        this.keys = Objects.requireNonNull(keys);
        this.roll = roll;
        this.hash = Digest.of("election").hash(poll.hash()).hash(keys.ceremony()).points(keys.election()).text(Shape.canonical(roll.json())).hash();
    }

    /**
     * An election under the keys of a finished ceremony.
     *
     * @throws CheckFailed check 2 where voters have other weights than the keys were made for, and checks 3 to 6
     */
    public static Election open(Poll poll, Ceremony ceremony, Roll roll) throws CheckFailed {
        poll.weighs(roll);
        return new Election(poll, ceremony.check(poll), roll);
    }

    public Poll poll() {
        return poll;
    }

    public Keys keys() {
        return keys;
    }

    public Roll roll() {
        return roll;
    }

    /** E, to which every ballot and every decryption is bound. */
    public Hash hash() {
        return hash;
    }
}
