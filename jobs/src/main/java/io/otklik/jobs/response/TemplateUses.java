package io.otklik.jobs.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who got one text. State of job {@code response}; goes when nobody got it for the retention time.
 *
 * @param uses the earliest {@value #MOST}, in time order: they tell of every later one
 * @param usedAt processing time, epoch milliseconds, of the last that was added
 */
public record TemplateUses(List<GivenAnswer> uses, long usedAt) {

    static final int MOST = 64;

    private static final Comparator<GivenAnswer> IN_TIME =
            Comparator.comparing(GivenAnswer::at).thenComparing(GivenAnswer::appealId);

    static final TemplateUses NONE = new TemplateUses(List.of(), 0);

    boolean holds(GivenAnswer answer) {
        return uses.stream().anyMatch(answer::isSameAs);
    }

    /** Whether somebody else got it before. */
    boolean isTemplate(GivenAnswer answer) {
        return uses.stream().anyMatch(answer::repeats);
    }

    TemplateUses with(GivenAnswer answer, long nowMillis) {
        List<GivenAnswer> more = new ArrayList<>(uses);
        more.add(answer);
        more.sort(IN_TIME);
        return new TemplateUses(
                more.size() > MOST ? List.copyOf(more.subList(0, MOST)) : more, nowMillis);
    }
}
