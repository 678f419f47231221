/** What integration tests of every module start their real servers with. */
package io.otklik.local.testkit;
