package io.otklik.similarity.signal;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a story spreads.
 *
 * @param window in which copies are counted
 * @param copies at least so many in a window
 * @param pages on at least so many pages
 * @param timesUsual and at least so many times as many as are usual for the story
 * @param refuteWithin after its first copy a refutation still helps for so long: an official
 *     reaction later than four hours loses 70 to 80 % of its effect
 */
public record SpreadRule(
        Duration window, int copies, int pages, double timesUsual, Duration refuteWithin)
        implements Serializable {}
