/**
 * Ranks authorities by nominations over the measures of {@code v_rating} and writes the report;
 * rates pages by the scorecard.
 */
package io.otklik.cli.rating;
