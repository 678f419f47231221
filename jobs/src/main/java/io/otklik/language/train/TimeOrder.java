package io.otklik.language.train;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which a thread was written: its post first, then by time and, within one moment, by
 * id, as job {@code appeals} orders them. A message without a time stays behind the one before it.
 */
final class TimeOrder {

    private TimeOrder() {}

    /** A list of messages that are one behind another whatever the time. */
    private record Run<T>(LabelledMessage first, List<T> messages) {

        LocalDateTime at() {
            return first.at() == null ? LocalDateTime.MIN : first.at();
        }

        int idLength() {
            return first.id().length();
        }

        String id() {
            return first.id();
        }
    }

    /** The messages in that order. */
    static <T> List<T> of(List<T> messages, Function<T, LabelledMessage> message) {
        List<T> inOrder = new ArrayList<>(messages.size());
        List<Run<T>> runs = new ArrayList<>();
        for (T one : messages) {
            LabelledMessage seen = message.apply(one);
            if (seen.post()) {
                inOrder.add(one);
            } else if (seen.at() == null && !runs.isEmpty()) {
                runs.get(runs.size() - 1).messages.add(one);
            } else {
                runs.add(new Run<>(seen, new ArrayList<>(List.of(one))));
            }
        }
        runs.sort(
                Comparator.<Run<T>, LocalDateTime>comparing(Run::at)
                        .thenComparing(Run::idLength)
                        .thenComparing(Run::id));
        runs.forEach(run -> inOrder.addAll(run.messages));
        return inOrder;
    }
}
