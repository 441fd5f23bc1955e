package dev.agentperf.reports.gate.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.agentperf.reports.read.ResultsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds a revision of a Maven project in a git worktree of its own, so that neither the files that are checked out nor
 * their build are touched.
 *
 * @param repository a directory inside the repository
 * @param build the build's command, run in the worktree's root
 * @param jar the jar with the benchmarks, as a path's end: {@code target/benchmarks.jar}
 * @param work where worktree, logs and jars go
 */
public record WorktreeBuild(Path repository, List<String> build, String jar, Path work) {
    private static final int DEPTH = 6;

    /** Copies the command. */
    public WorktreeBuild {
        build = List.copyOf(build);
        work = work.toAbsolutePath();
    }

    /** Returns the commit from which {@code head} parted from {@code base}: what a change is to be measured against. */
    public String mergeBase(String base, String head) throws InterruptedException {
        return git(List.of("merge-base", base, head), base + " and " + head + " have no commit in common");
    }

    /** Returns the full name of a commit. */
    public String commit(String revision) throws InterruptedException {
        return git(
                List.of("rev-parse", "--verify", "--end-of-options", revision + "^{commit}"),
                revision + ": no such revision");
    }

    /**
     * Builds a commit.
     *
     * @param name what to call its jar
     * @return the jar
     * @throws ResultsException if the build fails or makes no such jar
     */
    public Path jar(String commit, String name) throws InterruptedException {
        Path tree = work.resolve("tree-" + name);
        git(List.of("worktree", "prune"), "the worktrees cannot be listed");
        if (Files.exists(tree)) {
            // Left by a build that was stopped.
            remove(tree);
        }
        git(
                List.of("worktree", "add", "--force", "--detach", tree.toString(), commit),
                tree + ": no worktree can be made");
        try {
            Path log = work.resolve("build-" + name + ".log");
            if (ChildJvm.run(build, tree, log) != 0) {
                throw new ResultsException(commit + ": the build failed (" + String.join(" ", build) + "), see " + log);
            }
            return Files.copy(find(tree, commit), work.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(tree);
        }
    }

    private void remove(Path tree) throws InterruptedException {
        git(List.of("worktree", "remove", "--force", tree.toString()), tree + ": cannot be removed");
    }

    private Path find(Path tree, String commit) throws IOException {
        try (Stream<Path> files = Files.find(tree, DEPTH, (path, attributes) -> path.endsWith(jar))) {
            Optional<Path> first = files.sorted().findFirst();
            return first.orElseThrow(() -> new ResultsException(commit + ": the build made no " + jar));
        }
    }

    private String git(List<String> arguments, String failure) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        Path log = work.resolve("git.log");
        try {
            Files.createDirectories(work);
            int code = ChildJvm.run(command, repository.toAbsolutePath(), log);
            List<String> lines = Files.readAllLines(log, UTF_8);
            Files.deleteIfExists(log);
            if (code != 0) {
                throw new ResultsException(failure + (lines.isEmpty() ? "" : ": " + lines.get(0)));
            }
            return lines.isEmpty() ? "" : lines.get(0).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
