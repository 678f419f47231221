/** Command {@code demo}: the whole way on samples, watched live. Its screen is in Russian. */
package io.otklik.cli.demo;
