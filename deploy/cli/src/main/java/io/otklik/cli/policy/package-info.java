/** Reads policies and calendars and sends what is new of them. */
package io.otklik.cli.policy;
