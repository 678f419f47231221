/**
 * A linear model over hashed features. What a text says by itself is summed once (as the message
 * itself, as what is answered, as the post above); the sums are added up in the thread.
 */
package io.otklik.language.model;
