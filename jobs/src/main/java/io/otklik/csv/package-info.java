/** Tables as office programs write them, whatever their letters and delimiters are. */
package io.otklik.csv;
