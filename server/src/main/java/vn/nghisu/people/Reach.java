package vn.nghisu.people;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bodies that a code or its session reaches, as one column: ids with blanks between them, null for every body. */
final class Reach {
    private Reach() {}

    static Optional<Set<String>> of(String column) {
        return Optional.ofNullable(column)
                .map(ids -> Arrays.stream(ids.split(" ")).filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }

    static Optional<String> text(Optional<Set<String>> reach) {
        return reach.map(bodies -> String.join(" ", new TreeSet<>(bodies)));
    }
}
