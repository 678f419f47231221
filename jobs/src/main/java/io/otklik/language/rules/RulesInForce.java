package io.otklik.language.rules;

import io.otklik.schemas.RuleBookVersion;

/**
 * The rule book by which messages are decided now: the bundled one until another is taken. A book
 * that is refused changes nothing. Not for several threads.
 */
public final class RulesInForce {

    private RuleBook book;

    /**
     * @param book in force until another is taken
     */
    public RulesInForce(RuleBook book) {
        this.book = book;
    }

    public RuleBook book() {
        return book;
    }

    /**
     * Puts a book in force if it is in order. Never throws.
     *
     * @return with the problems of a refused book and their lines
     */
    public ReadRuleBook take(RuleBookVersion version) {
        ReadRuleBook read = RuleBookYaml.read(version.yaml());
        if (read.accepted()) {
            book = read.book();
        }
        return read;
    }
}
