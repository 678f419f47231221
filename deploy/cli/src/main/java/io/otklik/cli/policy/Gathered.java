package io.otklik.cli.policy;

import io.otklik.yaml.FileProblem;
import io.otklik.yaml.ReadFile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What several files bring: what is new, what is known already, and what is wrong. */
final class Gathered<T> {

    private final List<T> changed = new ArrayList<>();
    private final List<InFile> problems = new ArrayList<>();
    private int unchanged;

    /**
     * Takes a file; each of its records is checked after those before it were taken.
     *
     * @param known whether a record is known word for word
     * @param check sentences that speak against a record
     */
    void add(String file, ReadFile<T> read, Predicate<T> known, Function<T, List<String>> check) {
        read.problems().forEach(problem -> problem(file, problem));
        for (ReadFile.Entry<T> entry : read.entries()) {
            if (known.test(entry.value())) {
                unchanged++;
                continue;
            }
            List<String> sentences = check.apply(entry.value());
            sentences.forEach(sentence -> problem(file, new FileProblem(entry.line(), sentence)));
            if (sentences.isEmpty()) {
                changed.add(entry.value());
            }
        }
    }

    void changed(T record) {
        changed.add(record);
    }

    void unchanged() {
        unchanged++;
    }

    void problem(String file, FileProblem problem) {
        problems.add(new InFile(file, problem));
    }

    List<T> changes() {
        return List.copyOf(changed);
    }

    int unchangedCount() {
        return unchanged;
    }

    /** {@code file:line: sentence}, by file and line. */
    List<String> problems() {
        List<String> files = problems.stream().map(InFile::file).distinct().toList();
        return problems.stream()
                .sorted(
                        Comparator.<InFile>comparingInt(problem -> files.indexOf(problem.file()))
                                .thenComparing(problem -> problem.problem().line()))
                .map(InFile::toString)
                .toList();
    }

    private record InFile(String file, FileProblem problem) {
        @Override
        public String toString() {
            return "%s:%d: %s".formatted(file, problem.line(), problem.sentence());
        }
    }
}
