package dev.agentperf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class AgentLinkTest {

    private static AgentLink answering(String answers, ByteArrayOutputStream sent) {
        return AgentLink.over(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)), sent);
    }

    @Test
    void ask_sendsOneLineAndReadsOne() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        AgentLink link = answering("eins\nzwölf\n", sent);

        assertThat(link.ask("one")).isEqualTo("eins");
        assertThat(link.ask("twölve")).isEqualTo("zwölf");
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwölve\n");
    }

    @Test
    void answer_longerThanAnyBuffer_isWhole() throws IOException {
        String answer = "x".repeat(1_000_000);

        assertThat(answering(answer + "\n", new ByteArrayOutputStream()).ask("more"))
                .isEqualTo(answer);
    }

    @Test
    void agentThatEnds_evenInTheMiddleOfALine_isNoAnswer() {
        AgentLink link = answering("half an ans", new ByteArrayOutputStream());

        assertThatThrownBy(() -> link.ask("one")).isInstanceOf(EOFException.class);
    }

    @Test
    void line_withALineBreak_isRejected() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        AgentLink link = answering("", sent);

        assertThatThrownBy(() -> link.ask("two\nlines"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line must not contain a line break");
        assertThat(sent.size()).isZero();
    }

    @Test
    void trySend_ofAShortLine_isAnsweredToAnotherThread() throws IOException {
        Pipe answers = Pipe.open();
        Pipe requests = Pipe.open();
        AgentLink link = new AgentLink(answers.source(), requests.sink());

        assertThat(link.trySend("one")).isTrue();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> answerOf(link));
        answers.sink().write(StandardCharsets.UTF_8.encode("eins\n"));

        assertThat(answer.join()).isEqualTo("eins");
        assertThat(sentTo(requests)).isEqualTo("one\n");
        assertThat(link.trySend("two")).isTrue();
    }

    @Test
    void trySend_thatCouldBlock_sendsNothing() throws IOException {
        Pipe answers = Pipe.open();
        Pipe requests = Pipe.open();
        AgentLink link = new AgentLink(answers.source(), requests.sink());

        assertThat(link.trySend("x".repeat(4096))).isFalse();
        Thread.currentThread().interrupt();
        assertThat(link.trySend("one")).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(link.trySend("two")).isTrue();
        assertThat(link.trySend("three")).isFalse();
        assertThat(answering("eins\n", new ByteArrayOutputStream()).trySend("one"))
                .isFalse();
        assertThat(sentTo(requests)).isEqualTo("two\n");
    }

    @Test
    void trySend_toAnAgentThatHasGone_leavesTheTurnToTheNext() throws IOException {
        Pipe answers = Pipe.open();
        Pipe requests = Pipe.open();
        AgentLink link = new AgentLink(answers.source(), requests.sink());
        requests.source().close();

        assertThatThrownBy(() -> link.trySend("one")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> link.ask("two")).isInstanceOf(IOException.class);
    }

    private static String answerOf(AgentLink link) {
        try {
            return link.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentTo(Pipe requests) throws IOException {
        ByteBuffer sent = ByteBuffer.allocate(100);
        requests.source().read(sent);
        return StandardCharsets.UTF_8.decode(sent.flip()).toString();
    }

    @RepeatedTest(50)
    void close_endsAQuestionThatWaitsOrIsAboutTo() throws IOException {
        Pipe silent = Pipe.open();
        Pipe requests = Pipe.open();
        AgentLink link = new AgentLink(silent.source(), requests.sink());
        CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> failureOf(link));
        requests.source().read(ByteBuffer.allocate(1));

        link.close();

        // An AsynchronousCloseException, which is one of these, only if the wait had begun by then.
        assertThat(outcome.join()).isInstanceOf(ClosedChannelException.class);
    }

    private static Throwable failureOf(AgentLink link) {
        try {
            link.ask("anyone?");
            return new AssertionError("nobody can have answered");
        } catch (IOException e) {
            return e;
        }
    }
}
