package io.otklik.connectors.alert.channel;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What HTTP's codes mean for a message. */
final class HttpResults {

    private HttpResults() {}

    /**
     * 2xx is delivered. 408, 425, 429 and 5xx may pass; 401, 403, 404 and 407 pass when somebody
     * puts token, rights or address right, so they cost no message either. Everything else, a
     * redirect too, will be the same next time.
     *
     * @param detail of the answer for a person; null if there is none
     */
    static SendResult of(int code, Duration retryAfter, String detail) {
        if (code >= 200 && code < 300) {
            return new SendResult.Delivered();
        }
        String reason = "HTTP %d%s".formatted(code, detail == null ? "." : ": " + detail);
        return mayPass(code)
                ? new SendResult.Failed(reason, retryAfter)
                : new SendResult.Refused(reason);
    }

    private static boolean mayPass(int code) {
        return switch (code) {
            case 401, 403, 404, 407, 408, 425, 429 -> true;
            default -> code >= 500;
        };
    }

    /** The header Retry-After, seconds or a date; null if it is absent or neither. */
    static Duration retryAfter(HttpHeaders headers, Instant now) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant date =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
