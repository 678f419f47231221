package io.otklik.connectors.alert.channel;

import java.util.function.Consumer;

/** A dry run: prints what would be sent. */
public final class PrintingChannel implements Channel {

    private final Consumer<String> out;

    public PrintingChannel(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public SendResult send(Parcel parcel) {
        out.accept(
                "→ %s (%s)%n%s%n"
                        .formatted(
                                parcel.recipient().name(),
                                parcel.recipient().address().channel(),
                                parcel.message().plain()));
        return new SendResult.Delivered();
    }
}
