package io.otklik.cli;

import io.otklik.language.rules.ReadRuleBook;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.rules.RuleBookYaml;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.SignalBookYaml;
import io.otklik.yaml.FileProblem;
import io.otklik.yaml.YamlProblem;

import java.util.List;

/** The books on topic {@code rule}, as people name them on the command line. */
enum RuleBookKind {
    /** What a message says. */
    MESSAGES(RuleBookVersion.MESSAGES, "rules") {
        @Override
        String shippedYaml() {
            return RuleBook.bundledYaml();
        }

        @Override
        Checked check(String yaml, String inForce) {
            ReadRuleBook read = RuleBookYaml.read(yaml);
            return read.accepted()
                    ? new Checked(read.book().version(), read.book().rules().size(), List.of())
                    : new Checked(null, 0, read.problems());
        }
    },

    /** What speaks for a story being checked. */
    SIGNALS(RuleBookVersion.SIGNALS, "signals of the text") {
        @Override
        String shippedYaml() {
            return SignalBook.bundledYaml();
        }

        @Override
        Checked check(String yaml, String inForce) {
            try {
                SignalBook book = SignalBookYaml.read(yaml);
                String problem = book.whyNotAfter(SignalBookYaml.read(inForce));
                return problem == null
                        ? new Checked(book.version(), book.texts().size(), List.of())
                        : new Checked(null, 0, List.of(new FileProblem(1, problem)));
            } catch (YamlProblem e) {
                return new Checked(null, 0, List.of(new FileProblem(e.line(), e.sentence())));
            }
        }
    };

    private final String bookId;
    private final String entries;

    RuleBookKind(String bookId, String entries) {
        this.bookId = bookId;
        this.entries = entries;
    }

    String bookId() {
        return bookId;
    }

    /** What a book of this kind holds. */
    String entries() {
        return entries;
    }

    /** The book that comes along. */
    abstract String shippedYaml();

    /**
     * Whether a book may take the place of another.
     *
     * @param inForce the other
     */
    abstract Checked check(String yaml, String inForce);

    /**
     * What came of that.
     *
     * @param version null if there are problems
     */
    record Checked(String version, int entries, List<FileProblem> problems) {}
}
