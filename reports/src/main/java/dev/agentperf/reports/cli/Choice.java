package dev.agentperf.reports.cli;

import dev.agentperf.pool.Reuse;
import dev.agentperf.reports.pool.Load;
import dev.agentperf.reports.run.Profile;
import dev.agentperf.reports.run.RuntimeChoice;
import dev.agentperf.simulator.replay.Hints;
import dev.agentperf.simulator.trace.Claimant;
import dev.agentperf.simulator.trace.Placement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The constants of an enum as a user writes them: in lower case, with hyphens; what a shell completes as well. */
class Choice<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
    private final Class<E> type;

    private Choice(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("expected one of " + String.join(", ", names()) + ", was " + text));
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private List<String> names() {
        return Arrays.stream(type.getEnumConstants()).map(Choice::written).toList();
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final class OfClaimant extends Choice<Claimant> {
        OfClaimant() {
            super(Claimant.class);
        }
    }

    static final class OfHints extends Choice<Hints> {
        OfHints() {
            super(Hints.class);
        }
    }

    static final class OfLoad extends Choice<Load> {
        OfLoad() {
            super(Load.class);
        }
    }

    static final class OfRuntime extends Choice<RuntimeChoice> {
        OfRuntime() {
            super(RuntimeChoice.class);
        }
    }

    static final class OfProfile extends Choice<Profile> {
        OfProfile() {
            super(Profile.class);
        }
    }

    static final class OfReuse extends Choice<Reuse> {
        OfReuse() {
            super(Reuse.class);
        }
    }

    static final class OfPlacement extends Choice<Placement> {
        OfPlacement() {
            super(Placement.class);
        }
    }

    static final class OfShell extends Choice<CompletionCommand.Shell> {
        OfShell() {
            super(CompletionCommand.Shell.class);
        }
    }
}
