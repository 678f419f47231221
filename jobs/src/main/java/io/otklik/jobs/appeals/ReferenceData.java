package io.otklik.jobs.appeals;

import io.otklik.language.Later;
import io.otklik.schemas.Community;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.Policies;
import io.otklik.servicelevel.files.Shipped;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The register, the policies and the calendars: takes what is new of them into broadcast state, and
 * keeps what is made of all of them until one changes.
 */
final class ReferenceData {

    private final Supplier<Map<String, String>> routed;

    /** Over those that come with the jobs; null if a version is new. */
    private Policies policies;

    /** Of the register as it is now; null if it changed. */
    private Later<Agencies> agencies;

    /** Of the register; null until one is taken. */
    private Set<String> agencyNames;

    /**
     * @param routed names, by their ids, of the authorities that appeals may be routed to
     */
    ReferenceData(Supplier<Map<String, String>> routed) {
        this.routed = routed;
    }

    /**
     * Takes an entry of the register.
     *
     * @param changes are told if it concerns the threads of other pages, too
     * @return its page; null if it tells nothing new
     */
    String take(Community community, BroadcastState<String, Community> register, Changes changes)
            throws Exception {
        Community known = register.get(community.communityId());
        if (known != null && known.updatedAt().isAfter(community.updatedAt())) {
            return null;
        }
        boolean namesNewAgency = namesNewAgency(community, register);
        register.put(community.communityId(), community);
        if (community.equals(known)) {
            return null;
        }
        agencies = null;
        if (namesNewAgency) {
            // Any thread may hold an answer that passed an appeal on to it.
            changes.noteEverywhere();
        }
        return community.communityId();
    }

    private boolean namesNewAgency(
            Community community, ReadOnlyBroadcastState<String, Community> register)
            throws Exception {
        if (agencyNames == null) {
            agencyNames = new HashSet<>();
            for (Map.Entry<String, Community> page : register.immutableEntries()) {
                agencyNames.add(page.getValue().agencyName());
            }
        }
        return community.agencyName() != null && agencyNames.add(community.agencyName());
    }

    /**
     * Takes a policy's version.
     *
     * @return whether it tells something new
     */
    boolean take(SlaPolicy policy, BroadcastState<String, SlaPolicy> policies) throws Exception {
        return put(policy.versionId(), policy, policies);
    }

    /**
     * Takes a calendar's version.
     *
     * @return whether it tells something new
     */
    boolean take(WorkCalendar calendar, BroadcastState<String, WorkCalendar> calendars)
            throws Exception {
        return put(calendar.versionId(), calendar, calendars);
    }

    private <T> boolean put(String id, T version, BroadcastState<String, T> versions)
            throws Exception {
        boolean changed = !version.equals(versions.get(id));
        versions.put(id, version);
        if (changed) {
            policies = null;
        }
        return changed;
    }

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

    Later<Agencies> agencies(ReadOnlyBroadcastState<String, Community> register) {
        agencies = agencies == null ? Later.of(() -> read(register)) : agencies;
        return agencies;
    }

    private Agencies read(ReadOnlyBroadcastState<String, Community> register) {
        List<Community> pages = new ArrayList<>();
        try {
            register.immutableEntries().forEach(entry -> pages.add(entry.getValue()));
        } catch (Exception e) {
            throw new IllegalStateException("The register cannot be read from state.", e);
        }
        // Of an authority's pages the first counts; state keeps them in no order.
        pages.sort(Comparator.comparing(Community::communityId));
        return new Agencies(pages, routed.get());
    }
}
