/**
 * Reads a register of official pages and keeps the topic {@code registry.community} equal to it.
 */
package io.otklik.cli.registry;
