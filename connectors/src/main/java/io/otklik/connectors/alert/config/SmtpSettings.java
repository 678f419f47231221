package io.otklik.connectors.alert.config;

/**
 * The server that takes mail.
 *
 * @param user null to send without logging in
 * @param passwordVariable environment variable of the password
 * @param from the sender, such as {@code Отклик <otklik@example.org>}
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        String user,
        String passwordVariable,
        String from) {

    /** How the connection is kept private. */
    public enum Security {
        /** Encrypted from its first byte. */
        TLS,
        /** Begins plain and must turn to TLS before anything is said. */
        STARTTLS,
        /** Plain: for a server on the same machine. */
        NONE
    }
}
