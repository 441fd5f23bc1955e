package dev.agentperf.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK (2.1) does not know of MCP 2026-07-28: puts {@code ttlMs}, {@code cacheScope} and pages into the SDK
 * server's answer to {@code tools/list}, and counts, delays or refuses requests.
 */
final class CacheFields implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();

    final AtomicInteger lists = new AtomicInteger();
    volatile @Nullable Long ttlMs = 30_000L;
    volatile String cacheScope = "private";
    volatile int pageSize = 100;
    volatile boolean down;
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] body = request.getInputStream().readAllBytes();
        JsonNode question = JSON.readTree(body);
        lists.incrementAndGet();
        gate.join();
        if (down) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Recorded recorded = new Recorded((HttpServletResponse) response);
        chain.doFilter(new Reread((HttpServletRequest) request, body), recorded);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(amended(question, JSON.readTree(recorded.text()))));
    }

    private JsonNode amended(JsonNode question, JsonNode answer) {
        if (answer.get("result") instanceof ObjectNode result && result.get("tools") instanceof ArrayNode tools) {
            int from = question.at("/params/cursor").asInt(0);
            ArrayNode page = JSON.createArrayNode();
            for (int index = from; index < Math.min(tools.size(), from + pageSize); index++) {
                page.add(tools.get(index));
            }
            result.set("tools", page);
            if (from + pageSize < tools.size()) {
                result.put("nextCursor", String.valueOf(from + pageSize));
            }
            if (ttlMs != null) {
                result.put("ttlMs", ttlMs);
                result.put("cacheScope", cacheScope);
            }
        }
        return answer;
    }

    /** A request whose body can be read again. */
    private static final class Reread extends HttpServletRequestWrapper {
        private final byte[] body;

        Reread(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("read at once");
                }
            };
        }
    }

    /** A response that keeps its text instead of sending it. */
    private static final class Recorded extends HttpServletResponseWrapper {
        private final StringWriter written = new StringWriter();
        private final PrintWriter writer = new PrintWriter(written);

        Recorded(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public void setContentLength(int length) {
            // the length is another one when the text is amended
        }

        String text() {
            writer.flush();
            return written.toString();
        }
    }
}
