package io.otklik.jobs.appeals;

import io.otklik.schemas.AppealEvent;

import java.util.List;

/**
 * What the topics hold about one message: enough to emit a change and nothing else.
 *
 * @param digest of the story as it was told last; 0: never
 * @param appeal whether an {@code Appeal} stands
 * @param events the events that stand
 * @param version of the last emission
 */
public record Emitted(long digest, boolean appeal, List<AppealEvent> events, long version) {

    static final Emitted NOTHING = new Emitted(0, false, List.of(), 0);
}
