package dev.agentperf.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A standalone master and its workers, of one core each, as processes of this test. */
final class LocalCluster implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("Starting Spark master at (spark://\\S+)");

    private final LoggedProcess master;
    private final List<LoggedProcess> workers = new ArrayList<>();
    private final String url;

    LocalCluster(Path sparkHome, Path directory, int count) throws IOException, InterruptedException {
        String jars = sparkHome.resolve("jars") + "/*";
        master = LoggedProcess.java(
                sparkHome,
                jars,
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        Matcher told = URL.matcher(master.await(line -> URL.matcher(line).find()));
        url = told.find() ? told.group(1) : "";
        for (int i = 0; i < count; i++) {
            workers.add(worker(sparkHome, jars, directory.resolve("worker-" + i)));
        }
        for (int i = 0; i < count; i++) {
            master.await(line -> line.contains("Registering worker"));
        }
    }

    private LoggedProcess worker(Path sparkHome, String jars, Path directory) throws IOException {
        return LoggedProcess.java(
                sparkHome,
                jars,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "-d",
                directory.toString(),
                url);
    }

    String url() {
        return url;
    }

    /** Kills a worker and its executor; returns how many processes that were. */
    int killWorker(int index) {
        return workers.get(index).kill();
    }

    @Override
    public void close() {
        workers.forEach(LoggedProcess::close);
        master.close();
    }
}
