package org.companytimeline.system;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may depend on whom. What Maven already makes uncompilable stands here too, so that a new
/// dependency in a pom doesn't lift a rule unseen.
@AnalyzeClasses(
        packages = "org.companytimeline",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String INGEST = "org.companytimeline.ingest..";
    private static final String TIMELINE = "org.companytimeline.timeline..";
    private static final String QUERY = "org.companytimeline.query..";
    private static final String LOCAL = "org.companytimeline.local..";
    private static final String CLI = "org.companytimeline.cli..";
    private static final String MAPPING = "org.companytimeline.mapping..";

    @ArchTest
    static final ArchRule the_contract_and_the_model_know_no_framework_broker_or_database =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.companytimeline.event..", "org.companytimeline.model..", MAPPING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.quarkus..",
                            "io.smallrye..",
                            "io.vertx..",
                            "jakarta..",
                            "javax.sql..",
                            "java.sql..",
                            "org.apache.kafka..",
                            "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule the_contract_knows_nothing_of_ours =
            noClasses()
                    .that()
                    .resideInAPackage("org.companytimeline.event..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.companytimeline.model..",
                            INGEST,
                            TIMELINE,
                            QUERY,
                            LOCAL,
                            CLI,
                            MAPPING);

    @ArchTest
    static final ArchRule mappings_know_the_contract_alone_of_ours =
            isApartFrom(
                    MAPPING,
                    "org.companytimeline.model..",
                    INGEST,
                    TIMELINE,
                    QUERY,
                    LOCAL,
                    CLI,
                    "java.net.http..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule ingest_imports_no_other_service = isApartFrom(INGEST, TIMELINE, QUERY);

    @ArchTest
    static final ArchRule timeline_imports_no_other_service = isApartFrom(TIMELINE, INGEST, QUERY);

    @ArchTest
    static final ArchRule query_imports_no_other_service = isApartFrom(QUERY, INGEST, TIMELINE);

    @ArchTest
    static final ArchRule ingest_knows_no_read_model_and_no_fold =
            isApartFrom(INGEST, "java.sql..", "org.companytimeline.model..");

    @ArchTest
    static final ArchRule query_knows_no_broker = isApartFrom(QUERY, "org.apache.kafka..");

    @ArchTest
    static final ArchRule accept_imports_no_edge =
            isApartFrom(
                    "org.companytimeline.ingest.accept..",
                    "org.companytimeline.ingest.http..",
                    "org.companytimeline.ingest.kafka..",
                    "org.apache.kafka..",
                    "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule project_imports_no_edge =
            isApartFrom(
                    "org.companytimeline.timeline.project..",
                    "org.companytimeline.timeline.kafka..",
                    "org.companytimeline.timeline.postgres..",
                    "org.companytimeline.timeline.http..",
                    "org.apache.kafka..",
                    "java.sql..",
                    "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule view_imports_no_edge =
            isApartFrom(
                    "org.companytimeline.query.view..",
                    "org.companytimeline.query.postgres..",
                    "org.companytimeline.query.http..",
                    "org.companytimeline.query.stream..",
                    "org.companytimeline.query.page..",
                    "java.sql..",
                    "jakarta.persistence..",
                    "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule the_page_imports_no_other_edge =
            isApartFrom(
                    "org.companytimeline.query.page..",
                    "org.companytimeline.query.postgres..",
                    "org.companytimeline.query.http..",
                    "org.companytimeline.query.stream..",
                    "java.sql..",
                    "jakarta.persistence..");

    @ArchTest
    static final ArchRule only_the_command_line_imports_the_local_stack =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(LOCAL, CLI)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(LOCAL);

    @ArchTest
    static final ArchRule the_examples_use_nothing_of_ours =
            noClasses()
                    .that()
                    .resideInAPackage("org.companytimeline.examples..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.companytimeline..")
                                    .and(resideOutsideOfPackage("org.companytimeline.examples..")));

    @ArchTest
    static final ArchRule no_package_is_a_drawer =
            classes()
                    .should()
                    .resideOutsideOfPackages(
                            "..common..",
                            "..util..",
                            "..utils..",
                            "..dto..",
                            "..service..",
                            "..impl..",
                            "..helper..",
                            "..misc..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("org.companytimeline.(*).(*)").should().beFreeOfCycles();

    private static ArchRule isApartFrom(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }
}
