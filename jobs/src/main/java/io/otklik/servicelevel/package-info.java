/**
 * When an answer is due: working time of calendars, which policy an appeal is held to, and the
 * instants at which its terms warn, end and escalate. Pure: no Flink, no clock, no I/O but the
 * shipped files.
 */
package io.otklik.servicelevel;
