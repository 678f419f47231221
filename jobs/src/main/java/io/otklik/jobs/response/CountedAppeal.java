package io.otklik.jobs.response;

import java.util.List;

/**
 * What the windows hold of one appeal. State of job {@code response}, one an appeal; goes when the
 * appeal did not change for the retention time.
 *
 * @param facts null once the appeal was retracted
 * @param version of the appeal's record
 * @param forgetAt processing time of the timer that forgets it
 */
public record CountedAppeal(List<Slice> slices, AppealFacts facts, long version, long forgetAt) {}
