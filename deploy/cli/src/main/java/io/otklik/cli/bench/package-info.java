/**
 * Command {@code bench}: fixed numbers of generated events, a warm-up, every figure beside the one
 * that it is compared with, on a stack of its own.
 */
package io.otklik.cli.bench;
