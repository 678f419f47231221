package io.otklik.similarity.signal;

/**
 * A signal that spoke.
 *
 * @param detail what it counted or saw, for people
 */
public record Spoken(String id, double weight, String detail) {}
