package io.otklik.jobs.appeals;

import io.otklik.schemas.Community;
import io.otklik.servicelevel.Policies;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Changes of the register, the policies and the calendars by which threads are yet to be told. */
final class Changes {

    /** Takes the place of a page's id where every page is concerned. */
    static final String OF_ALL = "";

    private final Set<String> pages = new HashSet<>();
    private boolean ofAll;
    private ReadOnlyBroadcastState<String, Community> register;
    private Policies policies;

    /**
     * @param page whose entry in the register changed, or {@link #OF_ALL}
     * @param register as it is now
     * @param policies as they are now
     */
    void note(String page, ReadOnlyBroadcastState<String, Community> register, Policies policies) {
        if (page.equals(OF_ALL)) {
            ofAll = true;
        } else {
            pages.add(page);
        }
        this.register = register;
        this.policies = policies;
    }

    /** What is noted next concerns every page, besides what it is to its own. */
    void noteEverywhere() {
        ofAll = true;
    }

    boolean isEmpty() {
        return register == null;
    }

    boolean concerns(String page) {
        return ofAll || pages.contains(page);
    }

    /** Whether the page's own entry changed, and with it who is official. */
    boolean ofPage(String page) {
        return pages.contains(page);
    }

    /** Whether it concerns any of those pages. */
    boolean concernsAny(Set<String> known) {
        return ofAll ? !known.isEmpty() : !Collections.disjoint(pages, known);
    }

    ReadOnlyBroadcastState<String, Community> register() {
        return register;
    }

    Policies policies() {
        return policies;
    }
}
