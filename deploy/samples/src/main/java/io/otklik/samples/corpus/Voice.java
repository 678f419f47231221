package io.otklik.samples.corpus;

/** Who speaks, of what and when: what a line needs to become a text. Reused between lines. */
public final class Voice {

    Scene scene;
    boolean female;
    String addressee = "";
    long localDay;
    final Rng rng;

    public Voice(Rng rng) {
        this.rng = rng;
    }

    /**
     * Sets the speaker.
     *
     * @param female gender of the resident's verbs; in an official line, of the resident addressed
     * @param addressee first name of whom the line speaks to; empty if nobody
     * @param localDay day of writing, since 1970-01-01 in local time
     */
    public Voice as(Scene newScene, boolean isFemale, String newAddressee, long newLocalDay) {
        this.scene = newScene;
        this.female = isFemale;
        this.addressee = newAddressee;
        this.localDay = newLocalDay;
        return this;
    }
}
