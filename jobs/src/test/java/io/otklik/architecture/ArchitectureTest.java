package io.otklik.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Directions between modules, jobs → connectors → schemas, and pure packages without Flink. */
@AnalyzeClasses(packages = "io.otklik", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {
        "io.otklik.csv..",
        "io.otklik.yaml..",
        "io.otklik.engagement..",
        "io.otklik.language..",
        "io.otklik.servicelevel..",
        "io.otklik.similarity.."
    };

    @ArchTest
    static final ArchRule SCHEMAS_KNOW_NOBODY =
            noClasses()
                    .that()
                    .resideInAPackage("io.otklik.schemas..")
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAnyPackage(PURE)
                                    .or(
                                            JavaClass.Predicates.resideInAnyPackage(
                                                    "io.otklik.connectors..",
                                                    "io.otklik.jobs..",
                                                    "org.apache.flink..",
                                                    "org.apache.kafka..")));

    @ArchTest
    static final ArchRule CONNECTORS_DO_NOT_KNOW_JOBS =
            noClasses()
                    .that()
                    .resideInAPackage("io.otklik.connectors..")
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAnyPackage(PURE)
                                    .or(JavaClass.Predicates.resideInAPackage("io.otklik.jobs..")));

    @ArchTest
    static final ArchRule PLATFORM_PAYLOADS_NEED_NO_FLINK =
            noClasses()
                    .that()
                    .resideInAPackage("io.otklik.connectors.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule THE_CORE_IS_PURE =
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.flink..",
                            "org.apache.kafka..",
                            "io.otklik.connectors..",
                            "io.otklik.jobs..");

    /** A rule over packages that are no more would hold for nothing. */
    @ArchTest
    static void thePurePackagesAreThere(JavaClasses all) {
        for (String name : PURE) {
            assertThat(all.that(JavaClass.Predicates.resideInAPackage(name))).as(name).isNotEmpty();
        }
    }

    @ArchTest
    static final ArchRule JOBS_DO_NOT_REACH_INTO_EACH_OTHER =
            SlicesRuleDefinition.slices()
                    .matching("io.otklik.jobs.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(
                            DescribedPredicate.alwaysTrue(),
                            JavaClass.Predicates.resideInAPackage("io.otklik.jobs.runtime.."));

    @ArchTest
    static final ArchRule PIPELINES_DO_NOT_EXECUTE =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Pipeline")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleNameEndingWith("StreamExecutionEnvironment");

    @ArchTest
    static final ArchRule JOBS_ARE_ENTRIES =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Job")
                    .and()
                    .resideOutsideOfPackage("io.otklik.local..")
                    .should()
                    .resideInAPackage("io.otklik.jobs..");
}
