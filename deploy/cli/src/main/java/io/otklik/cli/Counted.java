package io.otklik.cli;

import java.util.Locale;

/** Numbers of things in English sentences. */
public final class Counted {

    private Counted() {}

    /** {@code 1 fault}, {@code 2 faults}, {@code 1,200 faults}. */
    public static String of(long count, String singular) {
        return String.format(Locale.ROOT, "%,d %s%s", count, singular, count == 1 ? "" : "s");
    }
}
