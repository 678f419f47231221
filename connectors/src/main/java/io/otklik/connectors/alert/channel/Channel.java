package io.otklik.connectors.alert.channel;

/** A way to recipients. Safe for use by several threads. */
public interface Channel {

    /** Makes one attempt, within half a minute; throws nothing that has to do with the network. */
    SendResult send(Parcel parcel) throws InterruptedException;
}
