package io.otklik.jobs.incidents;

import io.otklik.schemas.RepeatKind;

/** Which incident another one repeats, and how. */
public record Repeat(String incidentId, RepeatKind kind) {}
