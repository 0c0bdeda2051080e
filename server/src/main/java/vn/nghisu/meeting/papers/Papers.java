package vn.nghisu.meeting.papers;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The papers of the meeting, in the order in which they came. */
public record Papers(PVector<String> order, PMap<String, Paper> papers) {

    public static Papers empty() {
        return new Papers(TreePVector.empty(), HashTreePMap.empty());
    }

    public Optional<Paper> find(String id) {
        return Optional.ofNullable(papers.get(id));
    }

    public Stream<Paper> all() {
        return order.stream().map(papers::get);
    }

    public Stream<Paper> of(String item) {
        return all().filter(paper -> paper.itemId().equals(item));
    }

    /** The newer paper that takes the place of this one, when there is one. */
    public Optional<Paper> successor(String id) {
        return all().filter(paper -> paper.supersedes().filter(id::equals).isPresent() && !paper.isWithdrawn()).findFirst();
    }

    /** Where notes on a paper go: its successor, or, when it was withdrawn without one, where those of the paper go that it had replaced. */
    public Optional<Paper> heir(String id) {
        return successor(id).or(() -> find(id).filter(Paper::isWithdrawn).flatMap(Paper::supersedes).flatMap(this::heir));
    }

    Papers plus(Paper paper) {
        return new Papers(order.plus(paper.id()), papers.plus(paper.id(), paper));
    }

    Papers change(String id, UnaryOperator<Paper> change) {
        return new Papers(order, papers.plus(id, change.apply(papers.get(id))));
    }
}
