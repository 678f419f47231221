package io.otklik.language.place;

import io.otklik.language.text.Tokens;

/** Finds the place that a text names. Stateless. */
public final class PlaceReader {

    /** Parts of one address stand at most so many letters apart. */
    private static final int NEAR = 40;

    private PlaceReader() {}

    /**
     * The place that the text names: the most exact one, completed by settlement or object beside
     * it; null if none is named.
     */
    public static Place read(Tokens text) {
        Place best = null;
        int at = 0;
        while (at < text.size()) {
            Place found = PlaceOpeners.mayBegin(text, at) ? at(text, at) : null;
            if (found == null) {
                at++;
                continue;
            }
            best = best == null ? found : better(best, found);
            do {
                at++;
            } while (at < text.size() && text.begin(at) < found.end());
        }
        return best;
    }

    private static Place at(Tokens text, int at) {
        Place road = RoadGrammar.at(text, at);
        if (road != null) {
            return road;
        }
        Place object = ObjectGrammar.at(text, at);
        if (object != null) {
            return object;
        }
        Place street = StreetGrammar.at(text, at);
        if (street != null) {
            return street;
        }
        Place settlement = SettlementGrammar.at(text, at);
        if (settlement != null) {
            return settlement;
        }
        boolean house =
                HouseGrammar.isHouseWord(Words.word(text, at))
                        && Words.isNumber(text, at + 1)
                        && Words.isJoined(text, at);
        return house ? HouseGrammar.at(text, at) : HouseGrammar.numberFirst(text, at);
    }

    private static Place better(Place first, Place second) {
        boolean near = second.begin() - first.end() <= NEAR;
        boolean compatible =
                (first.street() == null || second.street() == null)
                        && (first.object() == null || second.object() == null)
                        && (first.settlement() == null || second.settlement() == null);
        if (near && compatible) {
            return first.with(second);
        }
        return exactness(second) > exactness(first) ? second : first;
    }

    private static int exactness(Place place) {
        return (place.street() != null ? 4 : 0)
                + (place.house() != null ? 3 : 0)
                + (place.object() != null ? 3 : 0)
                + (place.settlement() != null ? 1 : 0);
    }
}
