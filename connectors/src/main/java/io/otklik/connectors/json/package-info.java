/** Reading records' JSON in a fraction of the codec's time, where it is as the codec writes it. */
package io.otklik.connectors.json;
