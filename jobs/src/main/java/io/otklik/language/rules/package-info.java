/** The rule book: readable rules about what a message says. Pure Java. */
package io.otklik.language.rules;
