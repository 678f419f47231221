/**
 * Job {@code misinformation}: finds texts that are passed on, tells what speaks for checking them,
 * follows what people do about them until the truth is out, and never decides what is false.
 */
package io.otklik.jobs.misinformation;
