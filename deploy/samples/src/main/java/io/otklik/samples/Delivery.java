package io.otklik.samples;

/** An event on its way to the gateway. */
record Delivery(long at, long order, SampleEvent event) implements Comparable<Delivery> {

    @Override
    public int compareTo(Delivery other) {
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
