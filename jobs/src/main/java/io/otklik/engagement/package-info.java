/**
 * What is usual for a page, and when reactions to it leave that: pure functions over counts,
 * without Flink. Hours are hours of UTC since the epoch; an hour of the week of UTC is one of every
 * time zone that keeps to whole hours.
 */
package io.otklik.engagement;
