package io.otklik.jobs.misinformation;

import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.RuleBookVersion;

/**
 * What tasks have to know beside messages: a claim, a page of the register, or a rule book. One of
 * the components is set, the others are null.
 */
public record Reference(Claim claim, Community community, RuleBookVersion rules) {

    public static Reference of(Claim claim) {
        return new Reference(claim, null, null);
    }

    public static Reference of(Community community) {
        return new Reference(null, community, null);
    }

    public static Reference of(RuleBookVersion rules) {
        return new Reference(null, null, rules);
    }
}
