/**
 * Job {@code response}: how appeals are answered, in windows of five minutes, an hour and a day, by
 * agency, page, municipality and topic group.
 *
 * <p>The job reads topic {@code appeal} alone: a record is the whole state of one appeal. What an
 * appeal adds to the windows is a pure function of it ({@link io.otklik.jobs.response.WindowSums});
 * when it changes, what it added before is taken back and what it adds now is added. So the figures
 * depend on the latest state of each appeal and on nothing else: not on order, repetition or the
 * number of states between.
 */
package io.otklik.jobs.response;
