package io.otklik.cli.policy;

import io.otklik.schemas.SlaPolicy;
import io.otklik.servicelevel.PolicyCheck;
import io.otklik.servicelevel.files.PolicyYaml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers policies from files and checks each against the known ones and those before it. */
public final class PolicyImport {

    private final List<SlaPolicy> known;
    private final Set<String> calendars;
    private final Instant now;
    private final boolean retroactive;
    private final Gathered<SlaPolicy> gathered = new Gathered<>();

    /**
     * @param calendars ids of the calendars that the jobs know
     * @param now the time of the import
     * @param retroactive whether a version may take the place of another in the past
     */
    public PolicyImport(
            List<SlaPolicy> known, Set<String> calendars, Instant now, boolean retroactive) {
        this.known = known;
        this.calendars = calendars;
        this.now = now;
        this.retroactive = retroactive;
    }

    /** Takes what a file says. */
    public void add(String name, String text) {
        gathered.add(
                name,
                PolicyYaml.read(text, now, calendars),
                policy -> check().isKnown(policy),
                policy -> check().problems(policy));
    }

    private PolicyCheck check() {
        List<SlaPolicy> all = new ArrayList<>(known);
        all.addAll(gathered.changes());
        return new PolicyCheck(all, calendars, now, retroactive);
    }

    public List<SlaPolicy> changed() {
        return gathered.changes();
    }

    public int unchanged() {
        return gathered.unchangedCount();
    }

    /** {@code file:line: sentence}. */
    public List<String> problems() {
        return gathered.problems();
    }
}
