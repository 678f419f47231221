package io.otklik.connectors.alert.kafka;

/** The notifier cannot run. The message is one sentence that says what to do. */
public final class NotifierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotifierException(String message, Throwable cause) {
        super(message, cause);
    }
}
