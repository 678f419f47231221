package io.otklik.similarity.signal;

import io.otklik.language.sign.Sign;

import java.util.List;

/**
 * A signal of the text.
 *
 * @param weight negative if it speaks against a check
 * @param alerts whether a story that spreads is an alert by it alone; false for what tells how
 *     something is said, not that it may be false
 * @param matches texts in which it must speak: its tests
 * @param ignores texts in which it must not
 */
public record TextSignal(
        String id,
        double weight,
        boolean alerts,
        List<Sign> any,
        List<Sign> unless,
        List<String> matches,
        List<String> ignores) {}
