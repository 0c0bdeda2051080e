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

    /**
     * @param constant C0, what the trustee adds to the election key
     * @param slope C1
     * @param transport under which the others send their deals
     */
    public record Announcement(ECPoint constant, ECPoint slope, ECPoint transport, List<Proof> proofs) {

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

    static Ceremony read(Shape shape) throws CheckFailed {
        shape.object("announcements", "commits", "confirms", "deals");
        int all = Poll.TRUSTEES;
        return new Ceremony(shape.get("commits").list(all, all, Ceremony::hashOf),
                shape.get("announcements").list(all, all, Announcement::read),
                shape.get("deals").list(all, all, row -> row.list(all - 1, all - 1, Deal::read)),
                shape.get("confirms").list(all, all, Share::read));
    }

    private static Hash hashOf(Shape shape) throws CheckFailed {
        return Hash.ofBytes(Group.bytes32(shape.text(), shape.name()));
    }

    /** Z, of which the key code is the beginning. */
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
        Hash asked = poll.hash();
        for (int i = 1; i <= Poll.TRUSTEES; i++) {
            CheckFailed.unless(commits.get(i - 1).equals(announcements.get(i - 1).commitment(asked, i)), Check.COMMITMENTS,
                    "trustee " + i + " announced something else than was committed to");
        }
        for (int i = 1; i <= Poll.TRUSTEES; i++) {
            CheckFailed.unless(announcements.get(i - 1).possessed(asked, i), Check.POSSESSION, "trustee " + i + " has not shown to have the secrets");
        }
        Keys keys = keys(asked);
        CheckFailed.unless(!keys.election().isInfinity() && keys.trustees().stream().noneMatch(ECPoint::isInfinity), Check.KEY, "a key is the identity");
        test(keys);
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
        return new Keys(hash(asked), constant, trustees);
    }

    private void test(Keys keys) throws CheckFailed {
        Ciphertext known = keys.test(TEST_NUMBER);
        for (int i = 1; i <= Poll.TRUSTEES; i++) {
            ECPoint own = keys.trustee(i);
            Digest statement = Digest.of("confirm").hash(keys.ceremony()).number(i).points(own, known.a());
            CheckFailed.unless(confirms.get(i - 1).holds(statement, own, known.a()), Check.TEST, "trustee " + i + " did not decrypt the test");
        }
        ECPoint seven = Group.times(Group.G, TEST_NUMBER);
        for (int i = 1; i < Poll.TRUSTEES; i++) {
            for (int j = i + 1; j <= Poll.TRUSTEES; j++) {
                CheckFailed.unless(Count.combine(known.b(), i, confirms.get(i - 1).d(), j, confirms.get(j - 1).d()).equals(seven), Check.TEST,
                        "trustees " + i + " and " + j + " get another number");
            }
        }
    }
}
