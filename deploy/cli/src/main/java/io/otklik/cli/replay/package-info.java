/** Sends recorded platform events to the raw topics, with the times at which they happened. */
package io.otklik.cli.replay;
