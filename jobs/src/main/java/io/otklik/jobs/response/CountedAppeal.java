package io.otklik.jobs.response;

import java.util.List;

/**
 * What the windows hold of one appeal. State of job {@code response}, one an appeal; goes when the
 * appeal did not change for the retention time.
 *
 * @param facts null once the appeal was retracted
 * @param answer words of its first answer, see {@link GivenAnswer#words()}; 0: they tell nothing
 * @param version of the appeal's record
 * @param forgetAt processing time of the timer that forgets it
 */
public record CountedAppeal(
        List<Slice> slices, AppealFacts facts, long answer, long version, long forgetAt) {

    CountedAppeal with(AppealFacts other) {
        return new CountedAppeal(slices, other, answer, version, forgetAt);
    }
}
