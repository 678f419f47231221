/** Trains and evaluates the topic model from labelled texts; the same texts give the same bytes. */
package io.otklik.language.topic.train;
