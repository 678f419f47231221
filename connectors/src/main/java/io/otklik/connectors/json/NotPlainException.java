package io.otklik.connectors.json;

/**
 * JSON that is not as {@link io.otklik.schemas.JsonCodec} writes it, or a value that only the codec
 * can judge. Whether it is right is not said. One for all: it is thrown for single records and is
 * no error.
 */
public final class NotPlainException extends Exception {
    private static final long serialVersionUID = 1L;

    public static final NotPlainException INSTANCE = new NotPlainException();

    private NotPlainException() {
        super("not plain", null, false, false);
    }
}
