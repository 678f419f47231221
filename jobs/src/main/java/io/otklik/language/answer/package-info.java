/**
 * What an official message is: kind of answer, promise, redirect, outcome, template, and which
 * resident's message it answers. {@link io.otklik.language.answer.AnswerReader} reads a text,
 * {@link io.otklik.language.answer.AnswerTargets} walks a thread.
 */
package io.otklik.language.answer;
