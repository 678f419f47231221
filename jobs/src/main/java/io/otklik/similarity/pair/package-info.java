/** Whether two short texts state the same: features of a pair and a linear model over them. */
package io.otklik.similarity.pair;
