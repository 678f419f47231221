/** What a message says. Pure Java: no Flink, no state, the same text gives the same decision. */
package io.otklik.language;
