/**
 * A Russian text as words: mark-up, links, emoji and disguises taken away, each word in its plain
 * form and by its stem, with its place in the text as it was written.
 */
package io.otklik.language.text;
