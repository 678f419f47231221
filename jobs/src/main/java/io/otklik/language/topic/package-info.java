/**
 * What a message is about: one of the 26 topic groups and, where data or the lexicon allow, one of
 * the 359 topics of the centres' official list. A written lexicon gives readable reasons; a linear
 * model, trained on labelled texts, weighs its signs together with the words themselves.
 */
package io.otklik.language.topic;
