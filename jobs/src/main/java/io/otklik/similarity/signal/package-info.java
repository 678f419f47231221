/** What speaks for a story being checked: signals with weights, each with its reason. */
package io.otklik.similarity.signal;
