/** What recipients read: Russian, by templates, within the channels' limits. */
package io.otklik.connectors.alert.text;
