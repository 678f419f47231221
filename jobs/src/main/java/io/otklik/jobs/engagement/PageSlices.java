package io.otklik.jobs.engagement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a page tells its platform, agency and municipality: what its windows gained, when their rows
 * are emitted, and how its subscribers changed, at once.
 */
final class PageSlices {

    private final PageBook book;

    PageSlices(PageBook book) {
        this.book = book;
    }

    /** Tells what the page's blocks gained. */
    void tell(Page of, Map<WindowKey, byte[]> gains, Divisors divisors, Consumer<SliceChange> out) {
        gains.replaceAll(divisors::told);
        tellGains(of, gains, out);
    }

    /** Tells what of that which was told counts otherwise by other divisors. */
    void tellChanged(Page of, Divisors before, Divisors after, Consumer<SliceChange> out)
            throws Exception {
        Map<WindowKey, byte[]> gains = new LinkedHashMap<>();
        for (Map.Entry<WindowKey, byte[]> open : book.open()) {
            WindowKey block = open.getKey();
            byte[] told = open.getValue();
            if (!block.isOfPost() && !before.tellLike(after, block) && Slots.count(told)) {
                gains.put(
                        block,
                        Slots.plus(
                                Slots.negated(before.told(block, told)), after.told(block, told)));
            }
        }
        tellGains(of, gains, out);
    }

    /** Takes the open windows and the subscribers from the slices of the page's entry. */
    void leave(Page of, Divisors divisors, Consumer<SliceChange> out) throws Exception {
        Map<WindowKey, byte[]> gains = open(divisors);
        gains.replaceAll((block, sums) -> Slots.negated(sums));
        tellGains(of, gains, out);
        tellSubscribers(of, Subscribers.steps(divisors.subscribers(), Subscribers.NONE), out);
    }

    /** Adds the open windows and the subscribers to the slices of the page's entry. */
    void join(Page of, Divisors divisors, Consumer<SliceChange> out) throws Exception {
        tellGains(of, open(divisors), out);
        tellSubscribers(of, Subscribers.steps(Subscribers.NONE, divisors.subscribers()), out);
    }

    /** Tells from which quarters of an hour on there are how many subscribers more. */
    void tellSubscribers(Page of, Map<Long, Long> steps, Consumer<SliceChange> out) {
        for (Slice slice : of.slices()) {
            steps.forEach(
                    (quarter, step) -> out.accept(SliceChange.ofSubscribers(slice, quarter, step)));
        }
    }

    private static void tellGains(
            Page of, Map<WindowKey, byte[]> gains, Consumer<SliceChange> out) {
        List<Slice> slices = of.slices();
        gains.forEach(
                (block, sums) -> {
                    for (Slice slice : slices) {
                        out.accept(SliceChange.of(slice, block, sums));
                    }
                });
    }

    private Map<WindowKey, byte[]> open(Divisors divisors) throws Exception {
        Map<WindowKey, byte[]> open = new LinkedHashMap<>();
        for (Map.Entry<WindowKey, byte[]> block : book.open()) {
            if (!block.getKey().isOfPost()) {
                open.put(block.getKey(), divisors.told(block.getKey(), block.getValue()));
            }
        }
        return open;
    }
}
