/** The ClickHouse of the stack: the library's process, a server of the PATH, or somebody else's. */
package io.otklik.local.engine;
