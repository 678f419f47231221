/** The command {@code otklik}: one class a subcommand. */
package io.otklik.cli;
