/** Texts written for the samples, and how they are read, filled and roughened. */
package io.otklik.samples.corpus;
