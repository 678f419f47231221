/** Which texts are copies of each other, near ones included. */
package io.otklik.similarity.copy;
