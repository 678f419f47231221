/** Reads files of claims and writes what people do about claims. */
package io.otklik.cli.claim;
