/**
 * The whole stack on one machine: every part its own process, started from the build's class paths.
 */
package io.otklik.local;
