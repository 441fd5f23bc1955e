package dev.agentperf.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/**
 * A real MCP server over HTTP on loopback, made with the protocol's Java SDK. {@code /stateless} answers each request
 * on its own, as of 2026-07-28, and lists a tool named {@code alice.notes} to nobody but alice; {@code /session} keeps
 * sessions and announces changes, as of 2025-11-25.
 */
public final class ToolServer implements AutoCloseable {
    static final String STATELESS = "/stateless";
    /** Where sessions are kept. */
    public static final String SESSION = "/session";

    private static final JacksonMcpJsonMapper JSON = new JacksonMcpJsonMapper(new ObjectMapper());
    private static final Map<String, Object> NO_PARAMETERS = Map.of("type", "object");

    /* Held, for a logger that nobody holds forgets its level. */
    private static final Logger QUIET = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final CacheFields cacheFields = new CacheFields();
    private final McpSyncServer announcing;

    /** Starts a server that keeps its files in a directory. */
    public ToolServer(Path directory) throws LifecycleException {
        QUIET.setLevel(Level.OFF);
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", directory.toString());
        serve(context, STATELESS, stateless());
        HttpServletStreamableServerTransportProvider sessions = HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(JSON)
                .mcpEndpoint(SESSION)
                .build();
        announcing = McpServer.sync(sessions)
                .jsonMapper(JSON)
                .serverInfo("tools", "1")
                .capabilities(ServerCapabilities.builder().tools(true).build())
                .build();
        serve(context, SESSION, sessions);
        filter(context);
        tomcat.start();
    }

    private static HttpServletStatelessServerTransport stateless() {
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(JSON)
                .messageEndpoint(STATELESS)
                .contextExtractor(request ->
                        McpTransportContext.create(Map.of("token", String.valueOf(request.getHeader("Authorization")))))
                .build();
        var unused = McpServer.sync(transport)
                .jsonMapper(JSON)
                .serverInfo("tools", "1")
                .capabilities(ServerCapabilities.builder().tools(true).build())
                .tools(List.of("alice.notes", "read", "search", "write").stream()
                        .map(name -> McpStatelessServerFeatures.SyncToolSpecification.builder()
                                .tool(tool(name))
                                .callHandler((context, call) -> nothing())
                                .build())
                        .toList())
                .addToolFilter((context, tool) -> isVisible(tool, context))
                .build();
        return transport;
    }

    private static boolean isVisible(Tool tool, McpTransportContext context) {
        return !tool.name().startsWith("alice.") || "Bearer alice".equals(context.get("token"));
    }

    private static void serve(Context context, String path, Servlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(context, path, servlet);
        wrapper.setAsyncSupported(true);
        wrapper.addMapping(path);
    }

    private void filter(Context context) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("cache fields");
        definition.setFilter(cacheFields);
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName("cache fields");
        map.addURLPattern(STATELESS);
        context.addFilterMap(map);
    }

    private static Tool tool(String name) {
        return Tool.builder(name, NO_PARAMETERS).description("does " + name).build();
    }

    private static McpSchema.CallToolResult nothing() {
        return McpSchema.CallToolResult.builder(List.of()).build();
    }

    /** Returns the address, without a path. */
    public String address() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    /** Returns what {@code /stateless} says about caching, and how it fails. */
    CacheFields cacheFields() {
        return cacheFields;
    }

    /** Adds a tool to {@code /session}, which tells its clients that the list has changed. */
    public void add(String name) {
        announcing.addTool(McpServerFeatures.SyncToolSpecification.builder()
                .tool(tool(name))
                .callHandler((exchange, call) -> nothing())
                .build());
    }

    @Override
    public void close() throws LifecycleException {
        announcing.close();
        tomcat.stop();
        tomcat.destroy();
    }
}
