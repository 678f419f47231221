package io.otklik.jobs.appeals;

import io.otklik.schemas.AgencyLeg;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The authority that owes the answer to one appeal, and those that owed it before. */
final class Owner {

    private final Instant since;
    private final List<AgencyLeg> legs = new ArrayList<>();
    private String agencyId;
    private String agencyName;
    private String reason;

    /**
     * @param agencyId null if none is known
     * @param reason what chose it
     * @param since from when on it owes
     */
    Owner(String agencyId, String agencyName, String reason, Instant since) {
        this.agencyId = agencyId;
        this.agencyName = agencyName;
        this.reason = reason;
        this.since = since;
    }

    String agencyId() {
        return agencyId;
    }

    String agencyName() {
        return agencyName;
    }

    /** What chose it: a routing rule, the page, or the id of the message that passed it on. */
    String reason() {
        return reason;
    }

    /** Who had it from when to when; empty if it was never passed on. */
    List<AgencyLeg> legs() {
        return legs;
    }

    /**
     * Passes the appeal on.
     *
     * @return whether that changes who owes the answer
     */
    boolean passTo(Agencies.Agency to, String messageId, Instant at) {
        if (to == null || to.id().equals(agencyId)) {
            return false;
        }
        if (legs.isEmpty()) {
            if (agencyId != null) {
                legs.add(new AgencyLeg(agencyId, since, at));
            }
        } else {
            AgencyLeg last = legs.remove(legs.size() - 1);
            legs.add(new AgencyLeg(last.agencyId(), last.since(), at));
        }
        legs.add(new AgencyLeg(to.id(), at, null));
        agencyId = to.id();
        agencyName = to.name();
        reason = messageId;
        return true;
    }
}
