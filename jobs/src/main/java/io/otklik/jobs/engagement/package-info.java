/**
 * Job {@code engagement}: how alive posts, pages and their owners are, in windows of a minute, 15
 * minutes, an hour and a day.
 *
 * <p>Three steps, each keyed once: a post's messages and counters become what they add at which
 * instant ({@link io.otklik.jobs.engagement.FollowPosts}), a pure function of the facts whatever
 * their order; a page sums that up for its posts and itself ({@link
 * io.otklik.jobs.engagement.SumPages}), and agencies, platforms and municipalities sum up their
 * pages ({@link io.otklik.jobs.engagement.SumSlices}). Beside that, the reactions to a page are
 * held against what is usual for it ({@link io.otklik.jobs.engagement.WatchSpikes}). A page that
 * enters the register, or moves within it, takes its open windows along.
 */
package io.otklik.jobs.engagement;
