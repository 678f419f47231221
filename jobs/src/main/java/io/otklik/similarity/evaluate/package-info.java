/** How well copies, statements, claims and suspicions are told: figures over labelled texts. */
package io.otklik.similarity.evaluate;
