package vn.nghisu.signing;

import java.util.Optional;

/**
 * How and where a signature is seen. Decree 30/2020/NĐ-CP, appendix I: a person's signature is a blue picture between title and name; the
 * agency's is its red seal in real size, over about a third of the personal signature, on its left. Both are PNG with a transparent ground.
 *
 * @param png the picture; none for a signature that is not seen
 * @param field name of a field that waits for a signature in the file
 * @param place where a field is made when none waits
 * @param widthMm real width of the picture; where absent it fills its place
 */
public record Look(Optional<byte[]> png, Optional<String> field, Optional<Place> place, Optional<Float> widthMm) {
    /** A field on a page, in points from the top left. @param page counted from 1 */
    public record Place(int page, float left, float top, float width, float height) {}

    /** Not seen, and in no field that waits. */
    public static Look unseen() {
        return new Look(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A person's signature in a field that waits, as large as fits. */
    public static Look person(byte[] png, String field) {
        return new Look(Optional.of(png), Optional.of(field), Optional.empty(), Optional.empty());
    }

    /** The agency's seal in a field that waits. */
    public static Look seal(byte[] png, String field, float widthMm) {
        return new Look(Optional.of(png), Optional.of(field), Optional.empty(), Optional.of(widthMm));
    }

    public static Look at(byte[] png, Place place) {
        return new Look(Optional.of(png), Optional.empty(), Optional.of(place), Optional.empty());
    }
}
