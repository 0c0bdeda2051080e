package vn.nghisu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The directions of the packages, the purity of the core, and what types are called. */
class ArchitectureTest {
    /** From the top down: each may use those after it, none those before it. */
    private static final List<String> LAYERS =
            List.of("cli", "web", "room", "exports", "minutes", "notes", "readings", "indicators", "retention", "search", "papers", "notices", "people", "tls", "signing", "secret", "journal", "meeting");

    private static final JavaClasses PRODUCT =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("vn.nghisu");
    private static final JavaClasses TESTS = new ClassFileImporter(List.of(new ImportOption.OnlyIncludeTests())).importPackages("vn.nghisu");

    @Test
    void dependencies_point_downward_only() {
        Architectures.LayeredArchitecture layers = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("vn.nghisu..")
                .withOptionalLayers(true)
                .layer("Main").definedBy("vn.nghisu");
        for (String layer : LAYERS) {
            layers = layers.layer(layer).definedBy("vn.nghisu." + layer + "..");
        }
        for (int i = 0; i < LAYERS.size(); i++) {
            String[] above = Stream.concat(Stream.of("Main"), LAYERS.subList(0, i).stream()).toArray(String[]::new);
            layers = layers.whereLayer(LAYERS.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        layers.check(PRODUCT);
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        List<String> unknown = PRODUCT.stream().map(JavaClass::getPackageName).distinct()
                .filter(name -> !name.equals("vn.nghisu") && !LAYERS.contains(name.split("\\.")[2])).toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void the_core_uses_only_java_itself_and_persistent_collections() {
        classes().that(resideInAPackage("vn.nghisu.meeting.."))
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        "vn.nghisu.meeting..", "org.pcollections..", "java.lang", "java.lang.annotation", "java.lang.invoke",
                        "java.lang.runtime", "java.time", "java.time.format", "java.time.temporal", "java.util", "java.util.function",
                        "java.util.regex", "java.util.stream", "java.math", "java.text")
                .check(PRODUCT);
    }

    @Test
    void the_secret_ballot_is_mathematics_only() {
        classes().that(resideInAPackage("vn.nghisu.secret.."))
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        "vn.nghisu.secret..", "vn.nghisu.journal..", "com.fasterxml.jackson..", "org.bouncycastle.math.ec..", "org.bouncycastle.crypto.ec..",
                        "org.bouncycastle.asn1.x9..", "java.lang..", "java.math..", "java.util", "java.util.function..", "java.util.regex..", "java.util.stream..",
                        "java.nio", "java.nio.charset", "java.security", "java.io")
                .check(PRODUCT);
    }

    @Test
    void signing_knows_nothing_of_meetings() {
        noClasses().that(resideInAPackage("vn.nghisu.signing.."))
                .should().dependOnClassesThat(resideInAPackage("vn.nghisu..").and(not(resideInAPackage("vn.nghisu.signing.."))))
                .check(PRODUCT);
    }

    @Test
    void the_core_has_no_clock_and_no_dice() {
        noClasses().that(resideInAnyPackage("vn.nghisu.meeting..", "vn.nghisu.secret.."))
                .should().dependOnClassesThat().areAssignableTo(Clock.class)
                .orShould().dependOnClassesThat().areAssignableTo(Random.class)
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould().dependOnClassesThat().areAssignableTo(Thread.class)
                .orShould().callMethod(Instant.class, "now")
                .orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(LocalDateTime.class, "now")
                .orShould().callMethod(ZonedDateTime.class, "now")
                .orShould().callMethod(OffsetDateTime.class, "now")
                .orShould().callMethod(UUID.class, "randomUUID")
                .orShould().callMethod(Math.class, "random")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "nanoTime")
                .orShould().callMethod(System.class, "getProperty", String.class)
                .orShould().callMethod(System.class, "getenv", String.class)
                .check(PRODUCT);
    }

    @Test
    void subjects_of_the_core_don_t_hide_state_in_statics() {
        assertThat(PRODUCT.stream().filter(resideInAPackage("vn.nghisu.meeting..")).flatMap(type -> type.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL))
                        .map(field -> field.getFullName()))
                .isEmpty();
    }

    @Test
    void only_web_knows_routes() {
        noClasses().that(not(resideInAPackage("vn.nghisu.web..")))
                .should().dependOnClassesThat().resideInAPackage("io.vertx.ext.web..")
                .check(PRODUCT);
    }

    @Test
    void only_the_lower_end_knows_the_database() {
        noClasses().that(resideInAPackage("vn.nghisu.room..").or(resideInAPackage("vn.nghisu.web..")))
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.h2..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..")
                .check(PRODUCT);
    }

    @Test
    void parts_of_the_room_don_t_go_in_circles() {
        SlicesRuleDefinition.slices().matching("vn.nghisu.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void types_have_names_that_a_chairperson_would_use() {
        noClasses()
                .should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Service|Data|Info)(\\$.*)?")
                .orShould().haveNameMatching(".*[.$]Base[A-Z].*")
                .orShould().haveNameMatching(".*[.$]Abstract[A-Z].*")
                .check(PRODUCT);
    }

    @Test
    void tests_wait_for_conditions_and_never_sleep() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class)
                .orShould().callMethod(Thread.class, "sleep", long.class, int.class)
                .orShould().callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
                .check(TESTS);
    }

    /** The root of the working copy, for tests that read sources. */
    static Path root() {
        Path here = Paths.get("").toAbsolutePath();
        return here.endsWith("server") ? here.getParent() : here;
    }
}
