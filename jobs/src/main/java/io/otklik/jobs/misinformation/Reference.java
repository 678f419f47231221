package io.otklik.jobs.misinformation;

import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;

/**
 * What every task that reads texts has to know: a claim, or a page of the register. One of the
 * components is set, the other is null.
 */
public record Reference(Claim claim, Community community) {

    public static Reference of(Claim claim) {
        return new Reference(claim, null);
    }

    public static Reference of(Community community) {
        return new Reference(null, community);
    }
}
