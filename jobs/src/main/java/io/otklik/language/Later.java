package io.otklik.language;

import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for: most messages need no answer, and nobody asks
 * for their topic or place. Kept by one task; not safe for threads.
 */
public final class Later<T> {

    private Supplier<T> how;
    private T value;

    private Later(Supplier<T> how) {
        this.how = how;
    }

    public static <T> Later<T> of(Supplier<T> how) {
        return new Later<>(how);
    }

    /** Of a value that is there already. */
    public static <T> Later<T> made(T value) {
        Later<T> later = new Later<>(null);
        later.value = value;
        return later;
    }

    /** Whether the value was asked for already. */
    boolean isMade() {
        return how == null;
    }

    /** The value; the same object each time. */
    public T get() {
        if (how != null) {
            value = how.get();
            how = null;
        }
        return value;
    }
}
