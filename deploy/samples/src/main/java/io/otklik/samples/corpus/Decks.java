package io.otklik.samples.corpus;

import java.util.Arrays;

/** Draws lines from pools as from shuffled decks of cards. */
public final class Decks {

    private final Rng rng;
    private int[][] orders = new int[0][];
    private int[] places = new int[0];

    public Decks(Rng rng) {
        this.rng = rng;
    }

    public TextLine draw(Pool pool) {
        int size = pool.lines().size();
        if (size == 1) {
            return pool.lines().get(0);
        }
        int number = pool.number();
        if (number >= orders.length) {
            orders = Arrays.copyOf(orders, number + 64);
            places = Arrays.copyOf(places, number + 64);
        }
        if (orders[number] == null) {
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                order[i] = i;
            }
            orders[number] = order;
            places[number] = size;
        }
        if (places[number] == size) {
            shuffle(orders[number]);
            places[number] = 0;
        }
        return pool.lines().get(orders[number][places[number]++]);
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = rng.below(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
