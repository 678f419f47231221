/**
 * The place that a message names: street and house, settlement, named object; by a grammar of how
 * Russian addresses are written, the names of cities and the names that streets have in most towns.
 */
package io.otklik.language.place;
