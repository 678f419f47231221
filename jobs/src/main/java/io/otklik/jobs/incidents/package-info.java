/**
 * Job {@code incidents}: joins the appeals of several residents about one problem at one place, and
 * tells which problems come back after they were closed.
 */
package io.otklik.jobs.incidents;
