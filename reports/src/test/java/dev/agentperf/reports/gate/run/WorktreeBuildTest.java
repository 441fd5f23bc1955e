package dev.agentperf.reports.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agentperf.reports.read.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorktreeBuildTest {
    @TempDir
    private Path directory;

    private Path repository;

    @BeforeEach
    void makeTwoCommits() throws Exception {
        repository = Files.createDirectory(directory.resolve("repository"));
        git("init", "-q", "-b", "main");
        commit("one");
        git("checkout", "-q", "-b", "change");
        commit("two");
        git("checkout", "-q", "main");
        commit("three");
    }

    @Test
    void jar_ofBothSides_isBuiltFromItsOwnCommit() throws Exception {
        WorktreeBuild build = build("cp -r source target/benchmarks.jar");
        String head = build.commit("change");
        String base = build.mergeBase("main", head);

        assertThat(build.jar(base, "base")).hasContent("one");
        assertThat(build.jar(head, "head")).hasContent("two");
        assertThat(repository.resolve("source")).hasContent("three");
        assertThat(directory.resolve("work/tree-base")).doesNotExist();
    }

    @Test
    void jar_buildFails_saysWhichAndWhere() throws Exception {
        WorktreeBuild build = build("false");
        String head = build.commit("change");

        assertThatThrownBy(() -> build.jar(head, "head"))
                .isInstanceOf(ResultsException.class)
                .hasMessageStartingWith(head + ": the build failed")
                .hasMessageContaining("build-head.log");
        assertThatThrownBy(() -> build("true").jar(head, "head"))
                .hasMessageContaining("the build made no target/bench");
    }

    @Test
    void jar_afterABuildThatWasStopped_isBuilt() throws Exception {
        WorktreeBuild build = build("cp -r source target/benchmarks.jar");
        String head = build.commit("change");
        git(
                "worktree",
                "add",
                "-q",
                "--detach",
                directory.resolve("work/tree-head").toString(),
                "main");

        assertThat(build.jar(head, "head")).hasContent("two");
    }

    @Test
    void commit_noSuchRevision_isSaid() {
        assertThatThrownBy(() -> build("true").commit("none")).hasMessageStartingWith("none: no such revision");
    }

    private WorktreeBuild build(String command) {
        return new WorktreeBuild(
                repository,
                List.of("sh", "-c", "mkdir -p target && " + command),
                "target/benchmarks.jar",
                directory.resolve("work"));
    }

    private void commit(String text) throws Exception {
        Files.writeString(repository.resolve("source"), text);
        git("add", "source");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "--no-verify", "-m", text);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(ChildJvm.run(command, repository, directory.resolve("git.log")))
                .isZero();
    }
}
