package io.otklik.jobs.misinformation;

import io.otklik.schemas.Community;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import java.util.Map;

/** The pages of the register, in broadcast state. */
final class OfficialPages {

    static final MapStateDescriptor<String, PageTerm> PAGES =
            new MapStateDescriptor<>("pages", Types.STRING, TypeInformation.of(PageTerm.class));

    /** Null until it is made of what the state holds, after a restart. */
    private Long digest;

    /** Takes an entry; one that is older than the known one changes nothing. */
    void take(Community page, BroadcastState<String, PageTerm> pages) throws Exception {
        PageTerm known = pages.get(page.communityId());
        PageTerm next = PageTerm.of(page);
        if (known != null && known.updatedAt() > next.updatedAt()) {
            return;
        }
        digest = digest(pages) - part(page.communityId(), known) + part(page.communityId(), next);
        pages.put(page.communityId(), next);
    }

    /** The register as it is in force now. */
    Register register(ReadOnlyBroadcastState<String, PageTerm> pages) throws Exception {
        return new Register(pages, digest(pages));
    }

    private long digest(ReadOnlyBroadcastState<String, PageTerm> pages) throws Exception {
        if (digest == null) {
            digest = 0L;
            for (Map.Entry<String, PageTerm> entry : pages.immutableEntries()) {
                digest += part(entry.getKey(), entry.getValue());
            }
        }
        return digest;
    }

    private static long part(String page, PageTerm term) {
        long mixed = term == null ? 0 : (page.hashCode() + term.bounds()) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    /**
     * The register at one moment.
     *
     * @param digest the same for the same pages and terms
     */
    record Register(ReadOnlyBroadcastState<String, PageTerm> pages, long digest) {

        /** What a page's entry says, as one number; 0: it has none. */
        long entry(String page) throws Exception {
            PageTerm term = pages.get(page);
            return term == null ? 0 : term.bounds();
        }

        /** Whether one of its pages wrote a message itself, while it was one. */
        boolean isOfficial(Sighting sighting) throws Exception {
            if (!sighting.ownPage()) {
                return false;
            }
            PageTerm term = pages.get(sighting.communityId());
            return term != null && term.holds(sighting.publishedAt());
        }

        /** A message as it counts, told who wrote it. */
        Sighting decide(Sighting sighting) throws Exception {
            return isOfficial(sighting) ? sighting.asOfficial() : sighting;
        }
    }
}
