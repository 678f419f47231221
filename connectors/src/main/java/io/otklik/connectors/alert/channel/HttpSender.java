package io.otklik.connectors.alert.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * HTTP requests with bounds of time and size. Redirects are not followed: they would carry tokens
 * away.
 */
final class HttpSender {

    static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    /** An answer and the beginning of its body. */
    record Answer(HttpResponse<?> response, byte[] body) {
        int code() {
            return response.statusCode();
        }
    }

    /** What happens to an answer. */
    interface Reader {
        SendResult read(Answer answer);
    }

    SendResult send(HttpRequest request, Reader reader) throws InterruptedException {
        try {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return reader.read(new Answer(response, body.readNBytes(MOST_BYTES)));
            }
        } catch (HttpTimeoutException e) {
            return new SendResult.Failed(
                    "No answer within %d s.".formatted(TIMEOUT.toSeconds()), null);
        } catch (IOException e) {
            // Its text may name the address, and Telegram's address holds the token.
            return new SendResult.Failed(
                    "The connection failed (%s).".formatted(e.getClass().getSimpleName()), null);
        }
    }
}
