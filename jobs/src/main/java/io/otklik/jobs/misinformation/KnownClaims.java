package io.otklik.jobs.misinformation;

import io.otklik.schemas.Claim;
import io.otklik.similarity.claim.ClaimIndex;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import java.util.Map;

/** The claims that a task looks for, in broadcast state, and their index. */
final class KnownClaims {

    static final MapStateDescriptor<String, Claim> CLAIMS =
            new MapStateDescriptor<>("claims", Types.STRING, TypeInformation.of(Claim.class));

    /** Null until it is made of what the state holds, after a restart. */
    private ClaimIndex index;

    /** Takes a claim; one that is older than the known one changes nothing. */
    void take(Claim claim, BroadcastState<String, Claim> claims) throws Exception {
        Claim known = claims.get(claim.claimId());
        if (known != null && known.updatedAt().isAfter(claim.updatedAt())) {
            return;
        }
        ClaimIndex all = index(claims);
        claims.put(claim.claimId(), claim);
        if (known == null || !known.wordings().equals(claim.wordings())) {
            all.put(claim.claimId(), claim.wordings());
        }
    }

    ClaimIndex index(ReadOnlyBroadcastState<String, Claim> claims) throws Exception {
        if (index == null) {
            index = new ClaimIndex();
            for (Map.Entry<String, Claim> entry : claims.immutableEntries()) {
                index.put(entry.getKey(), entry.getValue().wordings());
            }
        }
        return index;
    }
}
