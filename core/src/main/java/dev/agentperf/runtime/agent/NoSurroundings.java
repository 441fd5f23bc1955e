package dev.agentperf.runtime.agent;

import java.io.File;
import java.io.IOException;

/** The surroundings of an agent that does not know which processes and files are its container's: it touches none. */
final class NoSurroundings implements Surroundings {

    @Override
    public long[] processes() throws IOException {
        throw unknown();
    }

    @Override
    public File[] writable() throws IOException {
        throw unknown();
    }

    @Override
    public File home() throws IOException {
        throw unknown();
    }

    @Override
    public int kernelObjects() throws IOException {
        throw unknown();
    }

    private static IOException unknown() {
        return new IOException("this agent runs in no container of agentperf");
    }
}
