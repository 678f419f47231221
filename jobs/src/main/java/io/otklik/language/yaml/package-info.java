/** YAML with the line of every value, for files that analysts edit and that are refused by line. */
package io.otklik.language.yaml;
