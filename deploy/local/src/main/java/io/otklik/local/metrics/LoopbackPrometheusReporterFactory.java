package io.otklik.local.metrics;

import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.flink.util.NetUtils;

import java.util.Iterator;
import java.util.Properties;

/** Makes the reporter; option {@code port} is a port or a range of ports. */
public final class LoopbackPrometheusReporterFactory implements MetricReporterFactory {

    private static final String DEFAULT_PORTS = "9249-9299";

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        Iterator<Integer> ports =
                NetUtils.getPortRangeFromString(properties.getProperty("port", DEFAULT_PORTS));
        return new LoopbackPrometheusReporter(ports);
    }
}
