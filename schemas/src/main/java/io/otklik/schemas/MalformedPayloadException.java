package io.otklik.schemas;

/** Bytes that are not the record they should be. The message is one sentence for a person. */
public final class MalformedPayloadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeadLetterReason reason;

    public MalformedPayloadException(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public DeadLetterReason reason() {
        return reason;
    }

    public String detail() {
        return getMessage();
    }
}
