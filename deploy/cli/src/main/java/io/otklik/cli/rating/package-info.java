/** Ranks authorities by nominations over the measures of {@code v_rating} and writes the report. */
package io.otklik.cli.rating;
