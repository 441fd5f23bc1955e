package dev.agentperf.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.agentperf.testkit.Accesses;

/** What keeps this module's floors apart. */
@AnalyzeClasses(packages = "dev.agentperf.reports", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_are_acyclic =
            slices().matching("dev.agentperf.reports.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_command_line_knows_picocli = noClasses()
            .that()
            .resideOutsideOfPackage("dev.agentperf.reports.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule a_page_measures_nothing = noClasses()
            .that()
            .resideInAnyPackage("dev.agentperf.reports.html..", "dev.agentperf.reports.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.agentperf.reports.run..", "dev.agentperf.reports.starts..", "dev.agentperf.runtime..");

    @ArchTest
    static final ArchRule the_clock_is_injected = Accesses.clocksAndThreadsOnlyIn();

    @ArchTest
    static final ArchRule chance_has_a_seed = Accesses.noUnseededRandomness();

    @ArchTest
    static final ArchRule only_the_command_line_prints_or_exits = Accesses.printsOnlyIn("dev.agentperf.reports.cli..");
}
