package io.otklik.connectors.platform;

/** A number that is no 64-bit integer: a fraction, or an integer of more digits. */
record JsonNumber(String text, boolean integral) {}
