package vn.nghisu.people;

/**
 * A committee, council or board that meets.
 *
 * @param parent the agency above it, printed top left on its papers; may be empty
 * @param place province or city, for “Đắk Lắk, ngày … tháng … năm …”
 * @param rules the body's usual majority rule, as text that only the meeting's rules read; may be empty
 */
public record Body(String id, String name, String parent, String place, String rules) {}
