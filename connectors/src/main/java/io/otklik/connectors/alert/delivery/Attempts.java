package io.otklik.connectors.alert.delivery;

import io.otklik.connectors.alert.channel.Channel;
import io.otklik.connectors.alert.channel.Parcel;
import io.otklik.connectors.alert.channel.SendResult;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Makes attempts on other threads and hands the results back to the notifier's. */
final class Attempts {

    private final Channel channel;
    private final Executor executor;
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    private int running;

    Attempts(Channel channel, Executor executor) {
        this.channel = channel;
        this.executor = executor;
    }

    /** An attempt that is over. */
    record Finished(Parcel parcel, List<Entry> entries, SendResult result) {}

    void start(Parcel parcel, List<Entry> entries) {
        running++;
        executor.execute(() -> finished.add(new Finished(parcel, entries, send(parcel))));
    }

    private SendResult send(Parcel parcel) {
        try {
            return channel.send(parcel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendResult.Failed("The notifier stopped.", null);
        } catch (RuntimeException e) {
            // A fault of Otklik: the same message would meet it again.
            return new SendResult.Refused(
                    "The message cannot be sent (%s).".formatted(e.getClass().getSimpleName()));
        }
    }

    /** The next attempt that is over; null if there is none. */
    Finished poll() {
        Finished one = finished.poll();
        if (one != null) {
            running--;
        }
        return one;
    }

    /** Attempts whose results were not taken yet. */
    int running() {
        return running;
    }
}
