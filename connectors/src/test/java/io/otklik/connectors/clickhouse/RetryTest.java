package io.otklik.connectors.clickhouse;

import com.clickhouse.client.api.ServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which failures are waited out. */
class RetryTest {

    private final Retry retry = new Retry("table t");

    @Test
    void repeatsUntilItSucceeds() throws Exception {
        AtomicInteger attempts = new AtomicInteger();

        retry.run(
                () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new ConnectException("refused");
                    }
                },
                "2 rows");

        assertThat(attempts).hasValue(3);
    }

    @Test
    void refusalEndsItAtOnceWithASentence() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                retry.run(
                                        () -> {
                                            attempts.incrementAndGet();
                                            throw server(516);
                                        },
                                        "2 rows"))
                .isInstanceOf(IOException.class)
                .hasMessage("table t refused 2 rows: told so");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void interruptionEndsIt() {
        assertThatThrownBy(
                        () ->
                                retry.run(
                                        () -> {
                                            Thread.currentThread().interrupt();
                                            throw new ConnectException("refused");
                                        },
                                        "2 rows"))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 60, 202, 241, 242, 243, 252, 319, 999})
    void whatPassesWithTimeIsWaitedOut(int code) {
        assertThat(Retry.passes(new IOException(server(code)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {27, 33, 53, 62, 117, 192, 497, 516})
    void whatNeedsAnotherTableOrPasswordIsNot(int code) {
        assertThat(Retry.passes(new IOException(server(code)))).isFalse();
    }

    private static ServerException server(int code) {
        return new ServerException(code, "told so", 500, "query");
    }
}
