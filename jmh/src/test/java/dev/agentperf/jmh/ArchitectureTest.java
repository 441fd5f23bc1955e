package dev.agentperf.jmh;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.agentperf.testkit.Accesses;

/** What keeps this module's floors apart. */
@AnalyzeClasses(packages = "dev.agentperf.jmh", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule the_harness_keeps_the_time = Accesses.clocksAndThreadsOnlyIn("..jmh_generated..");

    @ArchTest
    static final ArchRule chance_has_a_seed = Accesses.noUnseededRandomness();

    @ArchTest
    static final ArchRule benchmarks_do_not_print = Accesses.printsOnlyIn();
}
