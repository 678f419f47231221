/**
 * Job {@code appeals}: finds the appeals among residents' messages and follows each to its official
 * answer.
 *
 * <p>What an appeal's history is depends on the facts of its thread alone, never on the order in
 * which they arrive: {@link io.otklik.jobs.appeals.Conversation} computes it from all of them, and
 * {@link io.otklik.jobs.appeals.FollowAppeals} emits what differs from what it emitted before.
 */
package io.otklik.jobs.appeals;
