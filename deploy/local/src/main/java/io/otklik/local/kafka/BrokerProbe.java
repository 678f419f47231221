package io.otklik.local.kafka;

import io.otklik.local.process.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Asks a broker whether it serves clients. */
public final class BrokerProbe {

    private BrokerProbe() {}

    /** A client whose requests give up within seconds. */
    public static Admin admin(String bootstrapServers) {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                        AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 250));
    }

    /**
     * Waits until the broker answers a request for its metadata.
     *
     * @param alive asked between attempts; false ends the wait
     * @return whether it answered in time
     */
    public static boolean awaitReady(
            String bootstrapServers, Duration timeout, BooleanSupplier alive)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadline && alive.getAsBoolean()) {
            if (Ports.accepts(bootstrapServers) && answers(bootstrapServers)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    /** Whether the broker names itself as a node within ten seconds. */
    public static boolean answers(String bootstrapServers) throws InterruptedException {
        try (Admin admin = admin(bootstrapServers)) {
            return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
