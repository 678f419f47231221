package io.otklik.connectors.clickhouse;

import com.clickhouse.client.api.ServerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.Set;

/** Repeats what failed, with pauses from a tenth of a second to half a minute, without limit. */
final class Retry implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    /**
     * Server errors that pass when load, disk, a replica or an operator changes; numbers as in
     * ClickHouse's {@code system.errors}.
     */
    private static final Set<Integer> PASSING =
            Set.of(
                    16, // NO_SUCH_COLUMN_IN_TABLE: migrations still have to run
                    60, // UNKNOWN_TABLE: migrations still have to run
                    74, // CANNOT_READ_FROM_FILE_DESCRIPTOR
                    75, // CANNOT_WRITE_TO_FILE_DESCRIPTOR
                    81, // UNKNOWN_DATABASE: migrations still have to run
                    159, // TIMEOUT_EXCEEDED
                    173, // CANNOT_ALLOCATE_MEMORY
                    202, // TOO_MANY_SIMULTANEOUS_QUERIES
                    203, // NO_FREE_CONNECTION
                    209, // SOCKET_TIMEOUT
                    210, // NETWORK_ERROR
                    225, // NO_ZOOKEEPER
                    236, // ABORTED: the server is going down
                    241, // MEMORY_LIMIT_EXCEEDED
                    242, // TABLE_IS_READ_ONLY
                    243, // NOT_ENOUGH_SPACE
                    252, // TOO_MANY_PARTS
                    285, // TOO_FEW_LIVE_REPLICAS
                    286, // UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE
                    289, // REPLICA_IS_NOT_IN_QUORUM
                    319, // UNKNOWN_STATUS_OF_INSERT
                    394, // QUERY_WAS_CANCELLED
                    425, // SYSTEM_ERROR
                    439, // CANNOT_SCHEDULE_TASK
                    999); // KEEPER_EXCEPTION

    private final String target;

    Retry(String target) {
        this.target = target;
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Attempt {
        void run() throws Exception;
    }

    /**
     * Returns after the first attempt that succeeds.
     *
     * @throws IOException if an attempt fails in a way that no repetition mends
     */
    void run(Attempt attempt, String what) throws IOException, InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int failures = 0; ; failures++) {
            try {
                attempt.run();
                if (failures > 0) {
                    LOG.info("Wrote {} to {} after {} failures.", what, target, failures);
                }
                return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException("Cancelled while writing to " + target);
                }
                if (!passes(e)) {
                    throw new IOException(
                            "%s refused %s: %s".formatted(target, what, e.getMessage()), e);
                }
                LOG.warn(
                        "Cannot write {} to {}, next try in {} ms: {}",
                        what,
                        target,
                        pause,
                        e.getMessage());
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        }
    }

    /** Whether waiting may help: true for anything but a clear refusal by the server. */
    static boolean passes(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException refused) {
                // Without a code it was a proxy before the server that answered.
                return refused.isRetryable()
                        || refused.getCode() == ServerException.CODE_UNKNOWN
                        || PASSING.contains(refused.getCode());
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() > 0) {
                return PASSING.contains(sql.getErrorCode());
            }
        }
        return true;
    }
}
