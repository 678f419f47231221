package io.otklik.connectors.alert.text;

import io.otklik.schemas.Alert;

/** What is to be told of an alert. */
public enum News {
    /** It stands. */
    RAISED,
    /** It stood and is over. */
    CLEARED,
    /** It should never have stood: its message was deleted, or is no appeal. */
    RETRACTED;

    /** What the newest version of an alert says. */
    public static News of(Alert alert) {
        if (alert.retracted()) {
            return RETRACTED;
        }
        return alert.clearedAt() == null ? RAISED : CLEARED;
    }
}
