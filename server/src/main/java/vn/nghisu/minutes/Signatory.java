package vn.nghisu.minutes;

import java.util.List;

/**
 * Who signs.
 *
 * @param capacity lines above the signature, "TL. TRƯỞNG BAN" over "CHÁNH VĂN PHÒNG"; set in capitals
 * @param name without titles, as the decree wants it
 */
public record Signatory(List<String> capacity, String name) {
    public Signatory {
        capacity = List.copyOf(capacity);
    }
}
