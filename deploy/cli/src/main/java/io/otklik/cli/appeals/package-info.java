/** Appeals as a duty officer reads them: in Russian, in the page's own time. */
package io.otklik.cli.appeals;
