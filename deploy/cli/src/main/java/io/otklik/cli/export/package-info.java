/** Appeals in the columns of the regions' own incident system, as files for spreadsheets. */
package io.otklik.cli.export;
