package io.otklik.language.rules;

import io.otklik.yaml.FileProblem;

import java.util.List;

/**
 * What came of reading a rule book.
 *
 * @param book null if there is a problem: a book is taken as a whole or not at all
 * @param problems in the file's order; empty if all is well
 */
public record ReadRuleBook(RuleBook book, List<FileProblem> problems) {

    public ReadRuleBook {
        problems = List.copyOf(problems);
    }

    public boolean accepted() {
        return book != null;
    }
}
