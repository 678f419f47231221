package io.otklik.jobs.appeals;

import io.otklik.schemas.Community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The authorities that the register and the routing table know, by the words of their names: an
 * appeal is handed over to one of them, never to whatever a text calls somebody.
 */
final class Agencies {

    /** Endings of cases begin behind so many letters in the words that names are made of. */
    private static final int STEM = 5;

    private final List<Agency> all = new ArrayList<>();

    /**
     * @param register pages, of which the authorities are taken
     * @param routed names of further ones by their ids
     */
    Agencies(Iterable<Community> register, Map<String, String> routed) {
        Map<String, Agency> byId = new HashMap<>();
        for (Community page : register) {
            if (page.agencyId() != null && page.agencyName() != null) {
                byId.putIfAbsent(
                        page.agencyId(),
                        new Agency(
                                page.agencyId(),
                                page.agencyName(),
                                page.municipality(),
                                stems(page.agencyName())));
            }
        }
        routed.forEach((id, name) -> byId.putIfAbsent(id, new Agency(id, name, null, stems(name))));
        all.addAll(byId.values());
    }

    /**
     * The one authority whose name has all the words of a text, in whatever case; null if there is
     * none, or more than one.
     *
     * @param municipality of the page: authorities of others are not meant; null if unknown
     */
    Agency named(String text, String municipality) {
        Set<String> stems = stems(text);
        Agency found = null;
        for (Agency agency : all) {
            boolean elsewhere =
                    municipality != null
                            && agency.municipality != null
                            && !municipality.equals(agency.municipality);
            if (!elsewhere && !stems.isEmpty() && agency.stems.containsAll(stems)) {
                if (found != null) {
                    return null;
                }
                found = agency;
            }
        }
        return found;
    }

    private static Set<String> stems(String name) {
        Set<String> stems = new HashSet<>();
        for (String word : name.toLowerCase(Locale.ROOT).replace('ё', 'е').split("[^\\p{L}\\d]+")) {
            if (word.length() > 2) {
                stems.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        return stems;
    }

    /**
     * @param municipality of its page; null if it has none or serves the region
     */
    record Agency(String id, String name, String municipality, Set<String> stems) {}
}
