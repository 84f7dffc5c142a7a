package fbmsg;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may import whom (ARCHITECTURE.md): packages that are not there yet are held to it from their first class on. */
class ImportRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    private static final DescribedPredicate<JavaClass> FAILURE =
            DescribedPredicate.describe("Failure", type -> type.getName().startsWith("fbmsg.Failure"));

    /** The names are packages without what is below them; {@code Failure} is the class. */
    @ParameterizedTest
    @CsvSource({
        "message, ''",
        "http.syntax, ''",
        "http.server, http.syntax",
        "http, http.syntax http.server Failure",
        "jwt, json Failure",
        "json, Failure",
        "json.wire, json message Failure",
        "files, Failure",
        "config, json files Failure",
        "catalogue, Failure",
        "api, message json json.wire http catalogue Failure",
        "webhook, message json json.wire jwt http Failure",
        "webhook.command, webhook message Failure",
        "webhook.forward, webhook http Failure",
        "webhook.media, webhook message http files Failure",
        "recording, message json json.wire http files Failure",
        "sending, message api json json.wire files Failure",
        "emulator.webhook, json jwt http Failure",
        "emulator.rules, json http emulator.webhook Failure",
        "emulator.world, json jwt http emulator.webhook emulator.rules Failure",
        "emulator, json jwt http emulator.webhook emulator.rules emulator.world Failure",
    })
    void aPackageImportsNoOtherThanItsOwn(String name, String allowed) {
        importsNoOther(name, "fbmsg..", allowed);
    }

    /** What is in {@code cli} may import all that is below it; within {@code listen} there is one direction. */
    @ParameterizedTest
    @CsvSource({"plan, ''", "sink, cli.talk.listen.plan"})
    void withinListenNoneImportsWhatIsAbove(String name, String allowed) {
        importsNoOther("cli.talk.listen." + name, "fbmsg.cli.talk.listen..", allowed);
    }

    private static void importsNoOther(String name, String within, String allowed) {
        DescribedPredicate<JavaClass> may = resideInAPackage("fbmsg." + name);
        for (String one : allowed.isEmpty() ? new String[0] : allowed.split(" ")) {
            may = may.or(one.equals("Failure") ? FAILURE : resideInAPackage("fbmsg." + one));
        }

        noClasses()
                .that()
                .resideInAPackage("fbmsg." + name)
                .should()
                .dependOnClassesThat(resideInAPackage(within).and(not(may)))
                .as("fbmsg." + name + " imports no more of " + within + " than: " + allowed)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void messageKnowsNothingButJava() {
        noClasses()
                .that()
                .resideInAPackage("fbmsg.message..")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage("java..", "fbmsg.message..")))
                .check(CLASSES);
    }

    @Test
    void theCatalogueKnowsNothingButJava() {
        noClasses()
                .that()
                .resideInAPackage("fbmsg.catalogue..")
                .should()
                .dependOnClassesThat(
                        not(resideInAnyPackage("java..", "fbmsg.catalogue..").or(FAILURE)))
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "picocli.., fbmsg.cli..",
        "tools.jackson.., fbmsg.json..",
        "com.fasterxml.., fbmsg.json..",
        "com.nimbusds.., fbmsg.jwt..",
        "java.net.http.., fbmsg.http"
    })
    void aLibraryHasOneHome(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("fbmsg.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void onlyCliKnowsTheProcess() {
        for (String field : List.of("in", "out", "err")) {
            outsideCli().should().accessField(System.class, field).check(CLASSES);
        }
        outsideCli()
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperties")
                .check(CLASSES);
    }

    /** The JDK's client has a setting that has no other door. */
    @Test
    void onlyCliAndTheClientKnowSystemProperties() {
        outsideCli()
                .and()
                .doNotHaveFullyQualifiedName("fbmsg.http.JdkClient")
                .should()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .check(CLASSES);
    }

    @Test
    void belowCliNoPackagesGoRoundInACircle() {
        slices().matching("fbmsg.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage("fbmsg.cli.."), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAPackage("fbmsg.cli.."))
                .check(CLASSES);
    }

    private static GivenClassesConjunction outsideCli() {
        return noClasses().that().resideOutsideOfPackage("fbmsg.cli..");
    }
}
