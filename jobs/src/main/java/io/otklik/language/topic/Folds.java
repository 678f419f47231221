package io.otklik.language.topic;

/** Spreads units (threads, texts) over folds by their names alone: the same on every machine. */
final class Folds {

    private Folds() {}

    static int of(String unit, int folds) {
        int hash = unit.hashCode() * 0x9E3779B1;
        return Math.floorMod(hash ^ hash >>> 15, folds);
    }
}
