package io.otklik.schemas;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Checks that a record makes of itself. */
final class Contract {

    private Contract() {}

    static void require(String field, Object value) {
        if (value == null
                || value instanceof String text && text.isEmpty() && !field.equals("text")) {
            throw new MissingFieldException(field);
        }
    }

    static void requireNotNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " is below zero");
        }
    }

    static void requireForm(String field, String value, Pattern form) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " is not like " + form);
        }
    }

    static void requireDate(String field, String value) {
        try {
            LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + " is no date", e);
        }
    }

    static void requireZone(String field, String value) {
        try {
            ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + " is no time zone", e);
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
