/** Which known claim a text repeats, and how it stands to it. */
package io.otklik.similarity.claim;
