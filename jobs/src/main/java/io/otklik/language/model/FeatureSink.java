package io.otklik.language.model;

/** Takes features one by one; so the trainer and the model see the very same ones. */
@FunctionalInterface
public interface FeatureSink {

    /**
     * @param hash of the feature's name, all 32 bits used
     * @param token the token that shows the feature; −1 if it is the text as a whole
     */
    void add(FeatureType type, int hash, float value, int token);
}
