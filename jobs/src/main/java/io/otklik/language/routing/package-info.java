/** Which agency owes an answer, by a routing table that a region edits. */
package io.otklik.language.routing;
