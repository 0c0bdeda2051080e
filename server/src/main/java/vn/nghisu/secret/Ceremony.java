package vn.nghisu.secret;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import vn.nghisu.journal.Hash;

/**
 * What the three trustees published while they made the election key (section 4), each list in the order of their numbers.
 *
 * @param deals of each trustee the two for the others, ascending
 * @param confirms the test decryptions
 */
public record Ceremony(List<Hash> commits, List<Announcement> announcements, List<List<Deal>> deals, List<Share> confirms) {
    private static final int SECRETS = 3;
    private static final int TEST_NUMBER = 7;
    private static final int BYTES_MOST = 65_536;

    /**
     * @param constant C0, what the trustee adds to the election key
     * @param slope C1
     * @param transport under which the others send their deals
     */
    public record Announcement(ECPoint constant, ECPoint slope, ECPoint transport, List<Proof> proofs) {

        /** @throws CheckFailed check 1 */
        public static Announcement parse(byte[] json) throws CheckFailed {
            return read(Shape.parse(json, BYTES_MOST, "announcement"));
        }

        /**
         * Whether it is what its trustee was bound to.
         *
         * @param trustee 1, 2 or 3
         * @throws CheckFailed check 3 or 4
         */
        public void check(Poll poll, int trustee, Hash commit) throws CheckFailed {
            CheckFailed.unless(commit.equals(commitment(poll.hash(), trustee)), Check.COMMITMENTS,
                    "trustee " + trustee + " announced something else than was committed to");
            CheckFailed.unless(possessed(poll.hash(), trustee), Check.POSSESSION, "trustee " + trustee + " has not shown to have the secrets");
        }

        static Announcement read(Shape shape) throws CheckFailed {
            shape.object("coefficients", "proofs", "transport");
            List<ECPoint> line = shape.get("coefficients").list(2, 2, point -> Group.point(point.text(), point.name()));
            return new Announcement(line.get(0), line.get(1), Group.point(shape.get("transport").text(), shape.get("transport").name()),
                    shape.get("proofs").list(SECRETS, SECRETS, Proof::read));
        }

        Hash commitment(Hash poll, int trustee) {
            return Digest.of("commit").hash(poll).number(trustee).text(Shape.canonical(json())).hash();
        }

        /** Whether who published it knows the secrets of all its points. */
        boolean possessed(Hash poll, int trustee) {
            List<ECPoint> points = List.of(constant, slope, transport);
            for (int k = 0; k < SECRETS; k++) {
                Proof proof = proofs.get(k);
                ECPoint u = Group.commitment(Group.G, proof.s(), points.get(k), proof.c());
                if (!Digest.of("possession").hash(poll).number(trustee).number(k).points(constant, slope, transport, u).challenge().equals(proof.c())) {
                    return false;
                }
            }
            return true;
        }

        ObjectNode json() {
            ObjectNode json = Shape.object().put("transport", Group.hex(transport));
            json.set("coefficients", Shape.array(List.of(constant, slope), point -> Shape.text(Group.hex(point))));
            json.set("proofs", Shape.array(proofs, Proof::json));
            return json;
        }
    }

    /** One trustee's share of another's secret line, masked for that other. */
    public record Deal(ECPoint r, Hash masked) {

        /** @throws CheckFailed check 1 */
        public static List<Deal> parse(byte[] json) throws CheckFailed {
            return Shape.parse(json, BYTES_MOST, "deals").list(Poll.TRUSTEES - 1, Poll.TRUSTEES - 1, Deal::read);
        }

        static Deal read(Shape shape) throws CheckFailed {
            shape.object("masked", "r");
            return new Deal(Group.point(shape.get("r").text(), shape.get("r").name()), hashOf(shape.get("masked")));
        }

        ObjectNode json() {
            return Shape.object().put("masked", masked.hex()).put("r", Group.hex(r));
        }
    }

    public Ceremony {
        commits = List.copyOf(commits);
        announcements = List.copyOf(announcements);
        deals = List.copyOf(deals);
        confirms = List.copyOf(confirms);
    }

    /**
     * Reads a ceremony that all three have dealt in.
     *
     * @param confirms how many test decryptions there are: 0 or 3
     * @throws CheckFailed check 1
     */
    public static Ceremony parse(byte[] json, int confirms) throws CheckFailed {
        return read(Shape.parse(json, BYTES_MOST, "ceremony"), confirms);
    }

    static Ceremony read(Shape shape) throws CheckFailed {
        return read(shape, Poll.TRUSTEES);
    }

    private static Ceremony read(Shape shape, int confirmed) throws CheckFailed {
        shape.object("announcements", "commits", "confirms", "deals");
        int all = Poll.TRUSTEES;
        return new Ceremony(shape.get("commits").list(all, all, Ceremony::hashOf),
                shape.get("announcements").list(all, all, Announcement::read),
                shape.get("deals").list(all, all, row -> row.list(all - 1, all - 1, Deal::read)),
                shape.get("confirms").list(confirmed, confirmed, Share::read));
    }

    static Hash hashOf(Shape shape) throws CheckFailed {
        return Hash.ofBytes(Group.bytes32(shape.text(), shape.name()));
    }

    /** What the key code is of. Deals are left out, since nobody is bound to them before: whoever makes some could try until a code comes out. */
    Hash compared(Hash poll) {
        ObjectNode json = json();
        return Digest.of("key-code").hash(poll).text(Shape.canonical(json.get("commits"))).text(Shape.canonical(json.get("announcements"))).hash();
    }

    /** Z. */
    Hash hash(Hash poll) {
        ObjectNode json = json();
        return Digest.of("ceremony").hash(poll)
                .text(Shape.canonical(json.get("commits")))
                .text(Shape.canonical(json.get("announcements")))
                .text(Shape.canonical(json.get("deals")))
                .hash();
    }

    ObjectNode json() {
        ObjectNode json = Shape.object();
        json.set("commits", Shape.array(commits, commit -> Shape.text(commit.hex())));
        json.set("announcements", Shape.array(announcements, Announcement::json));
        json.set("deals", Shape.array(deals, row -> Shape.array(row, Deal::json)));
        json.set("confirms", Shape.array(confirms, Share::json));
        return json;
    }

    /** The keys that follow; checks 3 to 6. */
    Keys check(Poll poll) throws CheckFailed {
        Keys keys = unconfirmed(poll);
        for (int i = 1; i <= Poll.TRUSTEES; i++) {
            confirms(keys, i, confirms.get(i - 1));
        }
        testPairs(keys);
        return keys;
    }

    /**
     * The keys that follow, before they are tested.
     *
     * @throws CheckFailed checks 3 to 5
     */
    public Keys unconfirmed(Poll poll) throws CheckFailed {
        Hash asked = poll.hash();
        for (int i = 1; i <= Poll.TRUSTEES; i++) {
            CheckFailed.unless(commits.get(i - 1).equals(announcements.get(i - 1).commitment(asked, i)), Check.COMMITMENTS,
                    "trustee " + i + " announced something else than was committed to");
        }
        for (int i = 1; i <= Poll.TRUSTEES; i++) {
            announcements.get(i - 1).check(poll, i, commits.get(i - 1));
        }
        Keys keys = keys(asked);
        CheckFailed.unless(!keys.election().isInfinity() && keys.trustees().stream().noneMatch(ECPoint::isInfinity), Check.KEY, "a key is the identity");
        return keys;
    }

    Keys keys(Hash asked) {
        ECPoint constant = announcements.stream().map(Announcement::constant).reduce(Group.O, ECPoint::add).normalize();
        ECPoint slope = announcements.stream().map(Announcement::slope).reduce(Group.O, ECPoint::add);
        List<ECPoint> trustees = new ArrayList<>();
        ECPoint key = constant;
        for (int j = 1; j <= Poll.TRUSTEES; j++) {
            key = key.add(slope);
            trustees.add(key.normalize());
        }
        return new Keys(hash(asked), compared(asked), constant, trustees);
    }

    /**
     * One trustee's test decryption.
     *
     * @param trustee 1, 2 or 3
     * @throws CheckFailed check 6
     */
    public static void confirms(Keys keys, int trustee, Share confirm) throws CheckFailed {
        ECPoint own = keys.trustee(trustee);
        ECPoint known = keys.test(TEST_NUMBER).a();
        Digest statement = Digest.of("confirm").hash(keys.ceremony()).number(trustee).points(own, known);
        CheckFailed.unless(confirm.holds(statement, own, known), Check.TEST, "trustee " + trustee + " did not decrypt the test");
    }

    private void testPairs(Keys keys) throws CheckFailed {
        ECPoint known = keys.test(TEST_NUMBER).b();
        ECPoint seven = Group.times(Group.G, TEST_NUMBER);
        for (int i = 1; i < Poll.TRUSTEES; i++) {
            for (int j = i + 1; j <= Poll.TRUSTEES; j++) {
                CheckFailed.unless(Count.combine(known, i, confirms.get(i - 1).d(), j, confirms.get(j - 1).d()).equals(seven), Check.TEST,
                        "trustees " + i + " and " + j + " get another number");
            }
        }
    }
}
