/**
 * YAML files that people write: read with the line of each piece, so that mistakes can be shown.
 */
package io.otklik.yaml;
