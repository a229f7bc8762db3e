package com.neighborbid;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.neighborbid.platform.Rejection;
import com.neighborbid.platform.Time;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ejb.MessageDriven;
import jakarta.persistence.EntityManager;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.Path;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the code of the WAR promises about itself. A rule whose packages hold nothing fails. */
class ArchitectureTest {
    /** A component imports only those that stand before it. */
    private static final List<String> ORDER = List.of(
            "platform",
            "member",
            "wallet",
            "auction",
            "bidding",
            "settlement",
            "notification",
            "moderation",
            "live",
            "operations");

    private static final JavaClasses HOUSE =
            new ClassFileImporter().importPath(java.nio.file.Path.of("target", "classes", "com", "neighborbid"));

    private static String component(String name) {
        return "com.neighborbid." + name;
    }

    @TestFactory
    List<DynamicTest> importsOnlyComponentsBeforeIt() {
        return ORDER.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String[] later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                            .map(ArchitectureTest::component)
                            .toArray(String[]::new);
                    classes()
                            .that()
                            .resideInAPackage(component(name))
                            .should()
                            .onlyDependOnClassesThat(describe(
                                    "stand before " + name,
                                    target -> !resideInAnyPackage(later).test(target)))
                            .check(HOUSE);
                }))
                .toList();
    }

    @Test
    void hasNoCycles() {
        slices().matching("com.neighborbid.(*)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void isFlat() {
        Set<String> packages = HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        Set<String> expected = ORDER.stream().map(ArchitectureTest::component).collect(Collectors.toSet());
        packages.remove("com.neighborbid");
        assertEquals(expected, packages);
    }

    @Test
    void everyPackageSaysWhereNullMayBe() throws ClassNotFoundException {
        for (String name : ORDER) {
            Class<?> info = Class.forName(component(name) + ".package-info");
            assertNotNull(info.getAnnotation(NullMarked.class), name);
        }
    }

    @Test
    void onlyPlatformAndBiddingTouchRedis() {
        noClasses()
                .that()
                .resideOutsideOfPackages(component("platform"), component("bidding"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("redis.clients..")
                .check(HOUSE);
    }

    @Test
    void messagesAreSentByPlatformAndReceivedByDoers() {
        noClasses()
                .that()
                .resideOutsideOfPackage(component("platform"))
                .and()
                .areNotAnnotatedWith(MessageDriven.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.jms..")
                .check(HOUSE);
        classes()
                .that()
                .areAnnotatedWith(MessageDriven.class)
                .should()
                .haveNameMatching(".*(Worker|Recorder)")
                .check(HOUSE);
    }

    @Test
    void socketsAndResourcesDoNotTouchTheDatabase() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .or()
                .areAnnotatedWith(ServerEndpoint.class)
                .or()
                .areAnnotatedWith(MessageDriven.class)
                .or()
                .resideInAPackage(component("live"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql", "javax.sql")
                .check(HOUSE);
    }

    @Test
    void onlyTimeReadsTheClock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Time.class)
                .should()
                .accessTargetWhere(describe("reads a clock", ArchitectureTest::readsAClock))
                .check(HOUSE);
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return switch (name) {
            case "currentTimeMillis", "nanoTime" -> owner.equals(System.class.getName());
            case "now" -> owner.startsWith("java.time.");
            case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
            case "<init>" -> access.getTarget().getFullName().equals(Date.class.getName() + ".<init>()");
            default -> false;
        };
    }

    @Test
    void namesAreWordsOfTheTrade() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)")
                .check(HOUSE);
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(HOUSE);
        classes()
                .that()
                .areAnnotatedWith(ServerEndpoint.class)
                .should()
                .haveSimpleNameEndingWith("Socket")
                .check(HOUSE);
        classes()
                .that()
                .implement(Rejection.class)
                .should()
                .haveSimpleNameEndingWith("Rejection")
                .andShould()
                .beEnums()
                .check(HOUSE);
    }

    @Test
    void fieldsArePrivateToTheirPackage() {
        fields().that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areNotEnums()
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .check(HOUSE);
    }

    @Test
    void moneyIsNeverAFraction() {
        noFields()
                .that()
                .areDeclaredInClassesThat(resideInAPackage(component("wallet"))
                        .or(resideInAPackage(component("bidding")))
                        .or(resideInAPackage(component("settlement"))))
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .orShould()
                .haveRawType(Double.class)
                .check(HOUSE);
    }
}
