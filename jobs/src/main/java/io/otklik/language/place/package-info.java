/**
 * The place that a message names: street and house, settlement, named object; by a grammar of how
 * Russian addresses are written and a short gazetteer of cities.
 */
package io.otklik.language.place;
