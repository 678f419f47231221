package io.otklik.cli.registry;

import io.otklik.cli.topic.StateTopic;
import io.otklik.schemas.Community;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the topic equal to a register. */
public final class RegistryImport {

    private final StateTopic<Community> topic;

    public RegistryImport(StateTopic<Community> topic) {
        this.topic = topic;
    }

    /**
     * What was sent.
     *
     * @param pages new or changed ones
     * @param takenOut those that the register no longer names
     */
    public record Sent(int pages, int takenOut) {}

    /**
     * Sends those pages that are new or differ from what is in force.
     *
     * @param whole when pages that the register does not name, of the regions that it names, cease
     *     to count; null: they stay in force
     */
    public Sent run(List<Community> pages, Instant whole) throws InterruptedException {
        Map<String, Community> known = topic.read();
        List<Community> changed =
                pages.stream()
                        .filter(page -> !isSame(page, known.get(page.communityId())))
                        .toList();
        List<Community> gone = whole == null ? List.of() : gone(pages, known.values(), whole);
        topic.send(changed);
        topic.send(gone);
        return new Sent(changed.size(), gone.size());
    }

    static List<Community> gone(List<Community> pages, Collection<Community> known, Instant at) {
        Set<String> named = new HashSet<>();
        Set<String> regions = new HashSet<>();
        for (Community page : pages) {
            named.add(page.communityId());
            regions.add(page.region());
        }
        return known.stream()
                .filter(page -> !named.contains(page.communityId()))
                .filter(page -> regions.contains(page.region()))
                .filter(page -> page.validTo() == null || page.validTo().isAfter(at))
                .map(page -> page.until(at, at))
                .toList();
    }

    /** Whether two entries differ in nothing but the time of their import. */
    static boolean isSame(Community page, Community known) {
        return known != null && page.equals(known.until(known.validTo(), page.updatedAt()));
    }
}
