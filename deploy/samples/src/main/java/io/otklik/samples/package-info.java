/** Sample pages and streams of an invented region, and the seeded generator that makes them. */
package io.otklik.samples;
