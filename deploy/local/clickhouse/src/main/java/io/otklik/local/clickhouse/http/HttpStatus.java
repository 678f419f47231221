package io.otklik.local.clickhouse.http;

import java.util.Set;

/** The HTTP status that a ClickHouse server gives with an error. */
final class HttpStatus {

    /** Source: {@code exceptionCodeToHTTPStatus.cpp} of ClickHouse, its list in its order. */
    private static final Set<Integer> BAD_REQUEST =
            Set.of(
                    36, 427, 6, 25, 26, 38, 41, 72, 441, 675, 676, 27, 376, 15, 44, 223, 224, 8,
                    167, 168, 67, 62, 117, 53, 321);

    private static final Set<Integer> NOT_FOUND =
            Set.of(60, 46, 47, 50, 56, 81, 115, 95, 63, 73, 336, 78, 511);

    private HttpStatus() {}

    static int of(int code) {
        if (BAD_REQUEST.contains(code)) {
            return 400;
        }
        if (NOT_FOUND.contains(code)) {
            return 404;
        }
        return switch (code) {
            case 194 -> 401;
            case 192, 193, 516, 497, 512 -> 403;
            case 159 -> 408;
            case 381 -> 411;
            case 187 -> 413;
            case 48 -> 501;
            case 76, 209, 439 -> 503;
            default -> 500;
        };
    }
}
