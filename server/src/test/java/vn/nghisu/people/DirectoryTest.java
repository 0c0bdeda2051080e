package vn.nghisu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nghisu.people.Persons.body;
import static vn.nghisu.people.Persons.person;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.Language;

class DirectoryTest {
    private final Database database = Database.memory();
    private final Directory directory = new Directory(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_saved_is_there_after_a_restart() {
        Person an = new Person(
                "p1", "Nguyễn Văn An", "Phó Chủ tịch", "UBND tỉnh", Optional.of("an@example.vn"), "an.nv", SystemRole.ADMINISTRATOR, Language.EN, false);
        directory.savePersons(List.of(an, person("p2", "Lê Bình")));
        directory.save(new Body("b1", "Ban Chỉ đạo", "UBND tỉnh", "Đắk Lắk", "{\"base\":\"all\"}"));
        directory.save(new Membership("b1", "p1", BodyRole.CHAIR, 0, true));

        Directory again = new Directory(database);
        assertThat(again.person("p1")).contains(an);
        assertThat(again.persons()).isEqualTo(directory.persons()).hasSize(2);
        assertThat(again.bodies()).isEqualTo(directory.bodies()).hasSize(1);
        assertThat(again.members("b1")).containsExactly(new Membership("b1", "p1", BodyRole.CHAIR, 0, true));
        assertThat(again.memberships("p1")).isEqualTo(again.members("b1"));
        assertThat(again.bySignInName("  AN.nv ")).contains(an);
    }

    @Test
    void a_sign_in_name_belongs_to_one_person_and_moves_with_a_change() {
        directory.save(person("p1", "An"));
        Person thief = withSignInName(person("p2", "Bình"), "p1");
        assertThatThrownBy(() -> directory.save(thief)).isInstanceOf(DirectoryClash.class);
        assertThat(directory.person("p2")).isEmpty();

        directory.save(withSignInName(person("p1", "An"), "an"));
        directory.save(thief);
        assertThat(directory.bySignInName("p1")).contains(thief);
        assertThat(new Directory(database).bySignInName("an")).isPresent();
    }

    @Test
    void several_persons_are_saved_all_or_none() {
        assertThatThrownBy(() -> directory.savePersons(List.of(person("p1", "An"), withSignInName(person("p2", "Bình"), "p1"))))
                .isInstanceOf(DirectoryClash.class);
        assertThat(directory.isEmpty()).isTrue();
        assertThat(new Directory(database).isEmpty()).isTrue();
    }

    @Test
    void members_stand_in_their_order_and_then_by_given_name() {
        directory.savePersons(List.of(person("p1", "Trần Văn Dũng"), person("p2", "Lê Thị Ánh"), person("p3", "Phạm Chủ")));
        directory.save(body("b1", "Ban"));
        directory.saveMemberships(List.of(
                new Membership("b1", "p1", BodyRole.MEMBER, 1, true),
                new Membership("b1", "p2", BodyRole.MEMBER, 1, true),
                new Membership("b1", "p3", BodyRole.CHAIR, 0, true)));
        assertThat(directory.members("b1")).extracting(Membership::person).containsExactly("p3", "p2", "p1");

        directory.remove("b1", "p2");
        directory.remove("b1", "p2");
        assertThat(directory.members("b1")).extracting(Membership::person).containsExactly("p3", "p1");
        assertThat(directory.memberships("p2")).isEmpty();
        assertThat(new Directory(database).members("b1")).hasSize(2);
    }

    @Test
    void nobody_becomes_a_member_of_an_unknown_body() {
        directory.save(person("p1", "An"));
        assertThatThrownBy(() -> directory.save(new Membership("nowhere", "p1", BodyRole.MEMBER, 0, true))).isInstanceOf(DirectoryClash.class);
        directory.save(body("b1", "Ban"));
        assertThatThrownBy(() -> directory.save(new Membership("b1", "nobody", BodyRole.MEMBER, 0, true))).isInstanceOf(DirectoryClash.class);
    }

    @Test
    void ids_are_short_and_do_not_repeat() {
        RandomIds ids = new RandomIds();
        assertThat(Stream.generate(ids).limit(1_000)).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]{12}"));
    }

    private static Person withSignInName(Person p, String name) {
        return new Person(p.id(), p.name(), p.title(), p.unit(), p.email(), name, p.systemRole(), p.language(), p.active());
    }
}
