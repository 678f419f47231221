/** What every job does alike: options and the execution environment. */
package io.otklik.jobs.runtime;
