package io.otklik.samples;

/**
 * Who writes.
 *
 * @param id plain number on the page's platform
 * @param page the page, if it writes itself; null for a person
 * @param first first name of a person
 * @param style manner of typing, see {@link io.otklik.samples.corpus.Misspeller}
 */
record Author(long id, Page page, String first, String last, boolean female, int style) {

    boolean isPage() {
        return page != null;
    }

    /** Telegram user name of about every third person; else null. */
    String username() {
        return hasUsername() ? "user_" + id : null;
    }

    boolean hasUsername() {
        return id % 3 == 0;
    }
}
