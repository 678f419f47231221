package io.otklik.schemas;

/** Checks that a record makes of itself. */
final class Contract {

    private Contract() {}

    static void require(String field, Object value) {
        if (value == null
                || value instanceof String text && text.isEmpty() && !field.equals("text")) {
            throw new MissingFieldException(field);
        }
    }

    /** A required field is absent, null or empty. */
    static final class MissingFieldException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String field;

        MissingFieldException(String field) {
            super(field + " is missing");
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
