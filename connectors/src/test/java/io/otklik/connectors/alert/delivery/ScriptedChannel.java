package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.channel.Channel;
import io.otklik.connectors.alert.channel.Parcel;
import io.otklik.connectors.alert.channel.SendResult;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Remembers what was sent; answers as told, else takes everything. */
final class ScriptedChannel implements Channel {

    final List<Parcel> attempts = new ArrayList<>();
    final List<Parcel> delivered = new ArrayList<>();
    private final Deque<SendResult> script = new ArrayDeque<>();
    Function<Parcel, SendResult> otherwise = parcel -> new SendResult.Delivered();

    void answer(SendResult... results) {
        script.addAll(List.of(results));
    }

    @Override
    public SendResult send(Parcel parcel) {
        attempts.add(parcel);
        SendResult result = script.isEmpty() ? otherwise.apply(parcel) : script.removeFirst();
        if (result instanceof SendResult.Delivered) {
            delivered.add(parcel);
        }
        return result;
    }

    /** What was delivered: recipient, news and alert of each item. */
    List<String> told() {
        return delivered.stream()
                .map(
                        parcel ->
                                parcel.recipient().name()
                                        + ": "
                                        + String.join(
                                                ", ",
                                                parcel.items().stream()
                                                        .map(
                                                                item ->
                                                                        item.news()
                                                                                + " "
                                                                                + item.alert()
                                                                                        .alertId())
                                                        .toList()))
                .toList();
    }
}
