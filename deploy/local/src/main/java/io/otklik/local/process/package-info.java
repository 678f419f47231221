/** Processes of the operating system: how they are started, found again and ended. */
package io.otklik.local.process;
