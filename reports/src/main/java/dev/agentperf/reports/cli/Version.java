package dev.agentperf.reports.cli;

import picocli.CommandLine.IVersionProvider;

/** Our version, after the jar's manifest. */
final class Version implements IVersionProvider {
    private static final String NOT_PACKAGED = "development";

    /** Returns the version; {@value #NOT_PACKAGED} where the classes run without their jar. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? NOT_PACKAGED : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "agentperf " + current(), "Java ${java.runtime.version}, ${java.vendor}, ${os.name} ${os.arch}"
        };
    }
}
