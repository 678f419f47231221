/**
 * Signs: short readable patterns over the words of a text, such as {@code яма|ямы + двор* -
 * дорог*}, and the index that finds all signs of a book in one pass over a text.
 */
package io.otklik.language.sign;
