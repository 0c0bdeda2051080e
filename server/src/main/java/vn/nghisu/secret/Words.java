package vn.nghisu.secret;

import java.util.ArrayList;
import java.util.List;
import vn.nghisu.journal.Hash;

/** What voters read of a poll: the question and the labels of all contests and marks (section 3). */
final class Words {
    private Words() {}

    /**
     * W: words and what they stand for, in the order in which they are read.
     *
     * @param asked the contests of the poll, one for each of the words' contests
     * @throws CheckFailed check 1, when they are not the words of such a poll
     */
    static Hash hash(Shape shape, List<Poll.Contest> asked) throws CheckFailed {
        shape.object("contests", "question");
        Digest digest = Digest.of("words").text(shape.get("question").words());
        List<Shape> contests = shape.get("contests").list(asked.size(), asked.size(), contest -> contest);
        for (int i = 0; i < asked.size(); i++) {
            contest(digest, contests.get(i).object("label", "marks"), asked.get(i));
        }
        return digest.hash();
    }

    private static void contest(Digest digest, Shape shape, Poll.Contest asked) throws CheckFailed {
        int size = asked.marks().size();
        label(digest.text(asked.id()), shape.get("label")).number(asked.least()).number(asked.most()).number(size);
        List<Shape> marks = new ArrayList<>(shape.get("marks").list(size, size, mark -> mark.object("label", "meaning")));
        for (int j = 0; j < size; j++) {
            label(digest.text(asked.marks().get(j)), marks.get(j).get("label")).text(marks.get(j).get("meaning").id());
        }
    }

    private static Digest label(Digest digest, Shape shape) throws CheckFailed {
        shape.object("en", "vi");
        return digest.text(shape.get("vi").words()).text(shape.get("en").words());
    }
}
