package vn.nghisu.people;

import java.util.Optional;
import vn.nghisu.meeting.Language;

/** Persons and bodies for tests. */
public final class Persons {
    private Persons() {}

    public static Person person(String id, String name) {
        return new Person(id, name, "Chuyên viên", "Văn phòng", Optional.empty(), id, SystemRole.NONE, Language.VI, true);
    }

    public static Person administrator(String id, String name) {
        return new Person(
                id, name, "Quản trị", "Văn phòng", Optional.of(id + "@example.vn"), id, SystemRole.ADMINISTRATOR, Language.VI, true);
    }

    public static Body body(String id, String name) {
        return new Body(id, name, "Ủy ban nhân dân tỉnh", "Đắk Lắk", "");
    }
}
