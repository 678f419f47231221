package io.otklik.similarity.signal;

import io.otklik.language.sign.Sign;

import java.util.List;

/**
 * A signal of the text.
 *
 * @param weight negative if it speaks against a check
 * @param matches texts in which it must speak: its tests
 * @param ignores texts in which it must not
 */
public record TextSignal(
        String id,
        double weight,
        List<Sign> any,
        List<Sign> unless,
        List<String> matches,
        List<String> ignores) {}
