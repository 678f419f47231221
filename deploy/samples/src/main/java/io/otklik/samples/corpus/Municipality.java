package io.otklik.samples.corpus;

import java.util.List;

/**
 * A place of the invented region.
 *
 * @param title as in the registry
 * @param name nominative: «Ключевой Лог»
 * @param genitive «Ключевого Лога»
 * @param prepositional «Ключевом Логу»
 * @param villages four forms each: nominative, genitive, prepositional, accusative
 */
public record Municipality(
        int index,
        String id,
        String title,
        String name,
        String genitive,
        String prepositional,
        List<String[]> villages) {}
