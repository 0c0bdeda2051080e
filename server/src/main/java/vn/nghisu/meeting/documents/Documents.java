package vn.nghisu.meeting.documents;

import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The official papers of a meeting.
 *
 * @param order ids in the order of their first making
 */
public record Documents(PVector<String> order, PMap<String, Document> byId) {

    public static Documents none() {
        return new Documents(TreePVector.empty(), HashTreePMap.empty());
    }

    public Stream<Document> all() {
        return order.stream().map(byId::get);
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The one that stands for a kind and what it is about: recalled ones don't. */
    public Optional<Document> standing(DocumentKind kind, Optional<String> about) {
        return all().filter(document -> document.recalled().isEmpty() && document.content().isAbout(kind, about)).findFirst();
    }

    Documents with(Document document) {
        return new Documents(byId.containsKey(document.id()) ? order : order.plus(document.id()), byId.plus(document.id(), document));
    }
}
