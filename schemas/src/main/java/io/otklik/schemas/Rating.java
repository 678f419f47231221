package io.otklik.schemas;

/** What a person found a claim to be. Criticism and opinion are none of these but NOT_A_CLAIM. */
public enum Rating {
    FAKE,
    MISLEADING,
    TRUE,
    UNVERIFIABLE,
    SATIRE,
    /** An opinion, a complaint, a question: nothing that could be true or false. */
    NOT_A_CLAIM;

    /** Whether what was claimed is not so. */
    public boolean isFalse() {
        return this == FAKE || this == MISLEADING;
    }
}
