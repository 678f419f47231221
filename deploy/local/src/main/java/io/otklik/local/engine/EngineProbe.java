package io.otklik.local.engine;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a ClickHouse whether it serves. */
public final class EngineProbe {

    private static final int TIMEOUT_MILLIS = 10_000;

    private EngineProbe() {}

    /**
     * Whether {@code /ping} is answered with 200.
     *
     * @param url address of the HTTP interface
     */
    public static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).resolve("/ping").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
