package io.otklik.jobs.misinformation;

import io.otklik.schemas.Claim;
import io.otklik.similarity.claim.ClaimIndex;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The claims that a task looks for, in broadcast state, and their index. */
final class KnownClaims {

    static final MapStateDescriptor<String, Claim> CLAIMS =
            new MapStateDescriptor<>("claims", Types.STRING, TypeInformation.of(Claim.class));

    /** Null when claims have changed since it was made. */
    private ClaimIndex index;

    /** Whether its wordings are new; a claim that is older than the known one changes nothing. */
    boolean take(Claim claim, BroadcastState<String, Claim> claims) throws Exception {
        Claim known = claims.get(claim.claimId());
        if (known != null && known.updatedAt().isAfter(claim.updatedAt())) {
            return false;
        }
        claims.put(claim.claimId(), claim);
        if (known != null && known.wordings().equals(claim.wordings())) {
            return false;
        }
        index = null;
        return true;
    }

    /** An index of one claim. */
    static ClaimIndex only(Claim claim) {
        return new ClaimIndex(Map.of(claim.claimId(), claim.wordings()));
    }

    ClaimIndex index(ReadOnlyBroadcastState<String, Claim> claims) throws Exception {
        if (index == null) {
            Map<String, List<String>> wordings = new TreeMap<>();
            for (Map.Entry<String, Claim> entry : claims.immutableEntries()) {
                wordings.put(entry.getKey(), entry.getValue().wordings());
            }
            index = new ClaimIndex(wordings);
        }
        return index;
    }
}
