package dev.agentperf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.agentperf.testkit.Accesses;

/** What keeps core's floors apart, and its time and threads in one place. */
@AnalyzeClasses(packages = "dev.agentperf", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String TIME = "dev.agentperf.time..";

    /* Inside a container there is nobody to hand a clock to it: the resident agent is a program of its own. */
    private static final String RESIDENT_AGENT = "dev.agentperf.runtime.agent..";

    @ArchTest
    static final ArchRule features_are_acyclic =
            slices().matching("dev.agentperf.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pool_does_not_know_what_is_built_on_it = noClasses()
            .that()
            .resideInAPackage("dev.agentperf.pool..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.agentperf.predict..", "dev.agentperf.cache..", "dev.agentperf.optimizer..");

    @ArchTest
    static final ArchRule policies_know_no_pool = noClasses()
            .that()
            .resideInAPackage("dev.agentperf.pool.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.agentperf.pool");

    @ArchTest
    static final ArchRule only_the_adapter_knows_docker = noClasses()
            .that()
            .resideOutsideOfPackage("dev.agentperf.runtime.docker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.dockerjava..");

    @ArchTest
    static final ArchRule the_resident_agent_runs_on_java_base_alone = noClasses()
            .that()
            .resideInAPackage(RESIDENT_AGENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com..", "org.HdrHistogram..", "oshi..", "dev.agentperf.time..", "dev.agentperf.pool..");

    @ArchTest
    static final ArchRule only_time_reads_the_clock_and_makes_threads =
            Accesses.clocksAndThreadsOnlyIn(TIME, RESIDENT_AGENT);

    @ArchTest
    static final ArchRule chance_has_a_seed = Accesses.noUnseededRandomness();

    @ArchTest
    static final ArchRule a_library_does_not_print_or_exit = Accesses.printsOnlyIn(RESIDENT_AGENT);
}
