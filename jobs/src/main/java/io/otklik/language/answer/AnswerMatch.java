package io.otklik.language.answer;

import java.util.List;

/**
 * Where an official message stands.
 *
 * @param ids of the residents' messages that it answers, the likeliest first; empty if none
 */
public record AnswerMatch(List<String> ids, AnswerContext context) {}
