package io.otklik.local.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Iterator;

/**
 * Flink's Prometheus reporter on 127.0.0.1. Flink's own listens on every network of the machine and
 * has no option for it.
 */
public final class LoopbackPrometheusReporter extends AbstractPrometheusReporter {

    private final HTTPServer server;

    LoopbackPrometheusReporter(Iterator<Integer> ports) {
        this.server = listen(ports, registry());
    }

    private static HTTPServer listen(Iterator<Integer> ports, CollectorRegistry registry) {
        IOException last = null;
        while (ports.hasNext()) {
            try {
                InetAddress loopback = InetAddress.getByName("127.0.0.1");
                return new HTTPServer(
                        new InetSocketAddress(loopback, ports.next()), registry, true);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new IllegalStateException("No port of the range is free for metrics", last);
    }

    /** The reporters in Flink's own package reach it; others have no accessor. */
    private CollectorRegistry registry() {
        try {
            var field = AbstractPrometheusReporter.class.getDeclaredField("registry");
            field.setAccessible(true);
            return (CollectorRegistry) field.get(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Another version of Flink's Prometheus reporter", e);
        }
    }

    /** Port on which the figures are read at {@code /metrics}. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
        super.close();
    }
}
