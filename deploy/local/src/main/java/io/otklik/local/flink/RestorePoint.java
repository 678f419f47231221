package io.otklik.local.flink;

/**
 * What a job starts from.
 *
 * @param path folder of a checkpoint or savepoint
 * @param owned whether the job may delete it once it has its own; true for checkpoints that the
 *     stack itself retained
 */
public record RestorePoint(String path, boolean owned) {}
