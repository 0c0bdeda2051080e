package vn.nghisu.people;

/**
 * A committee, council or board that meets.
 *
 * @param parent the agency above it, printed top left on its papers; may be empty
 * @param place province or city, for “Đắk Lắk, ngày … tháng … năm …”
 * @param rules name of the {@link vn.nghisu.meeting.vote.RuleTemplate} with which its meetings start; may be empty
 */
public record Body(String id, String name, String parent, String place, String rules) {}
