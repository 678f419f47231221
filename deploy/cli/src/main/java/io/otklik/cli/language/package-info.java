/** Commands about what messages say: classify, train, evaluate. */
package io.otklik.cli.language;
