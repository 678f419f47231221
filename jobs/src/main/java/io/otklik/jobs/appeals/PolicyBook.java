package io.otklik.jobs.appeals;

import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.Policies;
import io.otklik.servicelevel.files.Shipped;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

import java.util.Map;

/** The policies as broadcast state has them, over those that come with the jobs. */
final class PolicyBook {

    private Policies policies;

    /**
     * The policies; read from state after a start and after each {@linkplain #changed() change}.
     */
    Policies policies(
            ReadOnlyBroadcastState<String, SlaPolicy> versions,
            ReadOnlyBroadcastState<String, WorkCalendar> calendars)
            throws Exception {
        if (policies == null) {
            Policies read = Shipped.policies();
            for (Map.Entry<String, WorkCalendar> calendar : calendars.immutableEntries()) {
                read = read.with(calendar.getValue());
            }
            for (Map.Entry<String, SlaPolicy> policy : versions.immutableEntries()) {
                read = read.with(policy.getValue());
            }
            policies = read;
        }
        return policies;
    }

    /** Broadcast state has changed. */
    void changed() {
        policies = null;
    }
}
