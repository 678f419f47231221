package io.otklik.jobs.response;

/**
 * An answer to an appeal is a template: somebody else got it before.
 *
 * @param words of the answer, see {@link GivenAnswer#words()}
 */
public record TemplateAnswer(String appealId, long words) {}
