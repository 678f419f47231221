/**
 * Policies and calendars as files that people write: YAML, and the production calendar's XML. What
 * is wrong is told in sentences with line numbers, all at once.
 */
package io.otklik.servicelevel.files;
