package io.otklik.connectors.alert.delivery;

import java.util.Locale;

/** What is counted, by recipient. */
public enum Outcome {
    /** An alert was sent, alone or with a digest. */
    SENT,
    /** It was sent that an alert is over. */
    CLEARED,
    /** A digest was sent. */
    DIGEST,
    /** An attempt failed; another follows. */
    RETRIED,
    /** The other side will not take a message; it is a dead letter. */
    REFUSED,
    /** A message was not taken within the longest age; it is a dead letter. */
    GIVEN_UP,
    /** An alert, or its end, was too old to be sent when it was first seen. */
    STALE,
    /** A message was not needed any more before it was sent. */
    CANCELLED,
    /** An alert was raised again that the recipient was told of before. */
    REPEATED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
