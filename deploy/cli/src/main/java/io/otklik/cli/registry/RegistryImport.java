package io.otklik.cli.registry;

import io.otklik.cli.topic.StateTopic;
import io.otklik.schemas.Community;

import java.util.List;
import java.util.Map;

/** Keeps the topic equal to a register. */
public final class RegistryImport {

    private final StateTopic<Community> topic;

    public RegistryImport(StateTopic<Community> topic) {
        this.topic = topic;
    }

    /**
     * Sends those pages that are new or differ from what is in force; pages that the register does
     * not name stay in force.
     *
     * @return how many were sent
     */
    public int run(List<Community> pages) throws InterruptedException {
        Map<String, Community> known = topic.read();
        List<Community> changed =
                pages.stream()
                        .filter(page -> !isSame(page, known.get(page.communityId())))
                        .toList();
        topic.send(changed);
        return changed.size();
    }

    /** Whether two entries differ in nothing but the time of their import. */
    static boolean isSame(Community page, Community known) {
        return known != null
                && page.equals(
                        new Community(
                                known.communityId(),
                                known.platform(),
                                known.url(),
                                known.name(),
                                known.agencyId(),
                                known.agencyName(),
                                known.level(),
                                known.sphere(),
                                known.municipality(),
                                known.region(),
                                known.timeZone(),
                                known.officialAuthors(),
                                known.status(),
                                page.updatedAt()));
    }
}
