package io.otklik.cli.rating;

import java.util.Locale;

/** What a figure of {@code v_rating_fact} counts. */
public enum RatingMeasure {
    OPENED,
    ANSWERED,
    REOPENED,
    FIRST_RESPONSES,
    FIRST_DUE,
    FIRST_IN_TIME,
    FIRST_SILENT,
    FINAL_DUE,
    FINAL_IN_TIME,
    POSTS,
    VIEWS,
    INTERACTIONS;

    /** As the view names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
