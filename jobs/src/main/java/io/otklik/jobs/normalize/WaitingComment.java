package io.otklik.jobs.normalize;

import io.otklik.schemas.Message;

/**
 * A comment whose thread is not known yet.
 *
 * @param arrivedAt processing time, epoch milliseconds
 */
public record WaitingComment(Message message, long arrivedAt) {}
