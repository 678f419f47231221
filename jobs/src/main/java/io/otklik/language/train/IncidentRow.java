package io.otklik.language.train;

import io.otklik.language.AnswerKind;
import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.language.answer.AnswerContext;
import io.otklik.language.answer.AnswerReader;
import org.apache.commons.csv.CSVRecord;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A row of the export of the centres' own incident system: an appeal that was taken on, and the
 * answers to it. The outcome labels the last answer as final, unless that answer reads as one that
 * acknowledges, asks back or promises: then the end of the incident was told elsewhere.
 */
final class IncidentRow {

    /** Column that tells the export from other tables. */
    static final String TEXT = "Текст инцидента";

    private static final String[] ANSWERS = {"1ый ответ ПИ", "2ой ответ ПИ", "3ий ответ ПИ"};

    /** Outcomes with which the centres count an incident as answered. */
    private static final Set<String> ANSWERED =
            Set.of("решено", "разъяснено", "перенаправлено", "отклонено");

    /** What is said before an end. */
    private static final Set<AnswerKind> BEFORE =
            Set.of(AnswerKind.ACK, AnswerKind.CLARIFY, AnswerKind.INTERIM);

    private IncidentRow() {}

    /** The appeal and the answers. */
    static List<LabelledMessage> messages(CSVRecord row, String id) {
        String ownId = CsvFile.value(row, "ID");
        String appealId = ownId == null ? id : ownId;
        LocalDateTime at = MessageTime.read(CsvFile.value(row, "Дата создания"), WallFile.ZONE);
        List<LabelledMessage> messages = new ArrayList<>();
        messages.add(appeal(row, appealId, at));
        List<String> answers = answers(row);
        for (int i = 0; i < answers.size(); i++) {
            boolean last = i == answers.size() - 1;
            messages.add(
                    new LabelledMessage(
                            appealId + "/" + (i + 1),
                            appealId,
                            null,
                            null,
                            AuthorRole.OFFICIAL,
                            false,
                            answers.get(i),
                            null,
                            last ? label(row, answers.get(i), appealId) : null));
        }
        return messages;
    }

    private static LabelledMessage appeal(CSVRecord row, String id, LocalDateTime at) {
        String text = CsvFile.value(row, TEXT);
        return new LabelledMessage(
                id,
                null,
                null,
                null,
                AuthorRole.RESIDENT,
                false,
                text == null ? "" : text,
                at,
                new Label(
                        Kind.APPEAL,
                        CsvFile.value(row, "Группа тем"),
                        CsvFile.value(row, "Тема"),
                        CsvFile.value(row, "Улица") != null || CsvFile.value(row, "Объект") != null,
                        null,
                        null,
                        null));
    }

    private static List<String> answers(CSVRecord row) {
        List<String> answers = new ArrayList<>();
        for (String column : ANSWERS) {
            String answer = CsvFile.value(row, column);
            if (answer != null && !answers.contains(answer)) {
                answers.add(answer);
            }
        }
        return answers;
    }

    private static Label label(CSVRecord row, String answer, String appealId) {
        String outcome = CsvFile.value(row, "Итог");
        if (outcome == null || !ANSWERED.contains(outcome.toLowerCase(Locale.ROOT))) {
            return null;
        }
        AnswerReader reader = Bundled.READER;
        AnswerKind read = reader.decide(reader.read(answer, null), AnswerContext.AWAITED).kind();
        return BEFORE.contains(read)
                ? null
                : new Label(Kind.OFFICIAL, null, null, null, null, AnswerKind.FINAL, appealId);
    }

    /** Read when the first export comes. */
    private static final class Bundled {
        static final AnswerReader READER = AnswerReader.bundled();
    }
}
