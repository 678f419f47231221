/** The topics that hold what is in force: read whole, and written by imports. */
package io.otklik.cli.topic;
