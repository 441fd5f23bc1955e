package dev.agentperf.testkit;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Rules about what code may touch, shared by every module's architecture test. */
public final class Accesses {
    private Accesses() {}

    /** Nobody outside these packages reads a clock, sleeps, or makes a thread. */
    public static ArchRule clocksAndThreadsOnlyIn(String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .accessTargetWhere(to(System.class, "nanoTime|currentTimeMillis")
                        .or(to(Thread.class, "sleep|start|<init>"))
                        .or(to(Instant.class, "now")));
    }

    /** Nobody draws random numbers that a seed does not decide. */
    public static ArchRule noUnseededRandomness() {
        return noClasses()
                .should()
                .accessTargetWhere(to(Random.class, "<init>")
                        .or(to(ThreadLocalRandom.class, "current"))
                        .or(to(Math.class, "random")));
    }

    /** Nobody outside these packages prints or ends the process. */
    public static ArchRule printsOnlyIn(String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .accessTargetWhere(to(System.class, "out|err|exit"));
    }

    /* By owner and name, not by call: a method reference such as System::nanoTime is an access, but no call. */
    private static DescribedPredicate<JavaAccess<?>> to(Class<?> owner, String names) {
        return target(owner(type(owner))).and(target(nameMatching(names)));
    }
}
