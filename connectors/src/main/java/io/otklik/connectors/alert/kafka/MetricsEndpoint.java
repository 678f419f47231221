package io.otklik.connectors.alert.kafka;

import com.sun.net.httpserver.HttpServer;
import io.otklik.connectors.alert.delivery.Figures;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Serves the figures to Prometheus at {@code /metrics}. */
public final class MetricsEndpoint implements AutoCloseable {

    private final HttpServer server;

    /**
     * @param host address of this machine to listen on; whoever reaches it reads the figures
     * @param port 0 for a free one
     * @throws java.net.BindException if the port is taken or the address is not this machine's
     */
    public MetricsEndpoint(String host, int port, Figures figures) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        server.createContext(
                "/metrics",
                exchange -> {
                    byte[] body = figures.prometheus().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders()
                            .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                    exchange.sendResponseHeaders(200, body.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
