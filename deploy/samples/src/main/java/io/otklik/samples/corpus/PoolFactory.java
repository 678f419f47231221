package io.otklik.samples.corpus;

import java.util.List;

/** Numbers the pools of one corpus. */
final class PoolFactory {

    private int next;

    Pool of(List<String> sources) {
        List<String> lines = sources == null ? List.of() : sources;
        return new Pool(next++, lines.stream().map(TextLine::parse).toList());
    }
}
