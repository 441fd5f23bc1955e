package dev.agentperf.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.agentperf.testkit.Accesses;

/** What keeps this module's floors apart. */
@AnalyzeClasses(packages = "dev.agentperf.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_are_acyclic =
            slices().matching("dev.agentperf.simulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_engine_knows_no_containers = noClasses()
            .that()
            .resideInAPackage("dev.agentperf.simulator.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.agentperf.pool..", "dev.agentperf.runtime..", "dev.agentperf.optimizer..");

    @ArchTest
    static final ArchRule nothing_real_is_started = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.agentperf.runtime.docker..", "dev.agentperf.runtime.process..");

    @ArchTest
    static final ArchRule time_is_virtual = Accesses.clocksAndThreadsOnlyIn("dev.agentperf.simulator.engine..");

    @ArchTest
    static final ArchRule chance_has_a_seed = Accesses.noUnseededRandomness();

    @ArchTest
    static final ArchRule a_library_does_not_print_or_exit = Accesses.printsOnlyIn();
}
