package dev.agentperf.runtime.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The agent runs on a Java runtime of nothing but {@code java.base}, without the rest of this library. */
@AnalyzeClasses(packagesOf = ResidentAgent.class, importOptions = DoNotIncludeTests.class)
final class AgentClassesTest {

    @ArchTest
    static final ArchRule AGENT_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("dev.agentperf.runtime.agent")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.agentperf.runtime.agent",
                    "java.io",
                    "java.lang..",
                    "java.net",
                    "java.nio..",
                    "java.util..",
                    // Annotations, which need not be there when the agent runs.
                    "org.jspecify.annotations");
}
