package io.otklik.schemas;

/** How far one recipient was told of one alert. */
public enum DeliveryState {
    /** The alert waits to be sent: now, again after a failure, or with a digest. */
    WAITING,
    /** The recipient was told; the alert stands. */
    SENT,
    /** The recipient was told of the alert; that it is over waits to be sent. */
    CLEARING,
    /** The alert is over, and the recipient knows it or does not want to. */
    CLOSED,
    /** The alert was over before the recipient was told: nothing was sent. */
    CANCELLED,
    /** The recipient's side refused the message, or did not take it in time; nobody tries again. */
    FAILED
}
