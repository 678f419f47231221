/**
 * Brings a ClickHouse database to the tables of this version. Needs Flyway and the ClickHouse
 * driver, which this module leaves optional: who calls it declares them.
 */
package io.otklik.schemas.migration;
