package io.otklik.language.answer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateSignatureTest {

    @Test
    void isTheSameForOtherNamesNumbersAndGreetings() {
        String one =
                "Ольга, добрый день! Ваша заявка № 415 принята, бригада выйдет по адресу ул. Мира, 5.";
        String other =
                "Иван Петрович, здравствуйте! Ваша заявка № 7 принята, бригада выйдет по адресу ул. Мира, 12.";

        assertThat(signature(one).exact()).isEqualTo(signature(other).exact());
        assertThat(TemplateSignature.isSameTemplate(signature(one), signature(other))).isTrue();
    }

    @Test
    void isTheSameForMentions() {
        assertThat(
                        same(
                                "[id0|NAME], добрый день, взяли в работу",
                                "[id5|Анна] здравствуйте! Взяли в работу."))
                .isTrue();
    }

    @Test
    void doesNotTakeEveryYesForATemplate() {
        assertThat(same("Добрый день, да", "Здравствуйте! Да")).isFalse();
        assertThat(same("Спасибо!", "Анна, спасибо!")).isFalse();
    }

    /** Each written answer gets another name, greeting, number and one other word. */
    @Test
    void findsPlantedVariantsAndNothingElse() throws IOException {
        List<String> texts =
                AnswerExamples.read(Path.of("src/main/training/answers/official-answers.tsv"))
                        .stream()
                        .map(AnswerExample::text)
                        .filter(text -> AnswerText.of(text).words().size() >= 10)
                        .distinct()
                        .toList();
        int found = 0;
        int wrong = 0;
        for (String text : texts) {
            found += same(text, variant(text)) ? 1 : 0;
            for (String other : texts) {
                wrong += !text.equals(other) && same(variant(text), other) ? 1 : 0;
            }
        }
        double recall = found / (double) texts.size();
        double precision = found / (double) (found + wrong);
        System.out.printf(
                Locale.ROOT,
                "templates: %d texts, recall %.3f, precision %.3f%n",
                texts.size(),
                recall,
                precision);
        assertThat(recall).isGreaterThanOrEqualTo(0.9);
        assertThat(precision).isGreaterThanOrEqualTo(0.99);
    }

    private static String variant(String text) {
        String bare =
                text.replaceFirst(
                        "^(?:\\p{L}+, )?(?:Здравствуйте|Добр\\p{L}+ \\p{L}+)[,!.]\\s*", "");
        String[] words = bare.split(" ");
        int middle = words.length / 2;
        words[middle] = "иначе";
        return "Наталья, доброго дня! " + String.join(" ", words).replaceAll("\\d+", "77");
    }

    private static boolean same(String one, String other) {
        return TemplateSignature.isSameTemplate(signature(one), signature(other));
    }

    private static TemplateSignature signature(String text) {
        return TemplateSignature.of(text);
    }
}
