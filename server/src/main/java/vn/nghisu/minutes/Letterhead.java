package vn.nghisu.minutes;

import java.util.Optional;

/** Whose paper it is: the agency, below the one over it. Set in capitals. */
public record Letterhead(Optional<String> parentAgency, String agency) {}
