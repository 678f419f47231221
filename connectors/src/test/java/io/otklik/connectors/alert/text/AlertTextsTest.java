package io.otklik.connectors.alert.text;

import io.otklik.connectors.alert.Alerts;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class AlertTextsTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final AlertTexts TEXTS =
            new AlertTexts("http://127.0.0.1:3000/d/overdue?var-agency={agencyId}");

    @Test
    void anOverdueAlertTellsWhatWhoseWhenAndHowLate() {
        AlertMessage message =
                TEXTS.single(
                        Alerts.alert("a").urgency(Urgency.HIGH).get(),
                        News.RAISED,
                        MOSCOW,
                        Alerts.RAISED.plus(Duration.ofMinutes(135)));

        assertThat(message.subject())
                .isEqualTo("Просрочено: первый ответ — Администрация Заречного округа");
        assertThat(message.plain())
                .isEqualTo(
                        """
                        Просрочено: первый ответ
                        Ведомство: Администрация Заречного округа
                        Страница: Заречный округ
                        Срок: 25 ноября 2026, 12:30 (UTC+3)
                        Опоздание: 2 ч 15 мин.
                        Тема: ЖКХ
                        Важность: высокая
                        «Второй день нет горячей воды на Садовой, 5»
                        Сообщение: https://vk.com/wall-9100_41?reply=57
                        Панель: http://127.0.0.1:3000/d/overdue?var-agency=zarechny""");
        assertThat(message.html())
                .startsWith("<b>Просрочено: первый ответ</b>\n")
                .endsWith(
                        "<a href=\"https://vk.com/wall-9100_41?reply=57\">Открыть сообщение</a>\n"
                                + "<a href=\"http://127.0.0.1:3000/d/overdue?var-agency=zarechny\">Панель</a>");
    }

    @Test
    void linesWithoutAValueAreLeftOut() {
        AlertMessage message =
                new AlertTexts(null)
                        .single(
                                Alerts.alert("a").agencyName(null).url(null).text("").get(),
                                News.RAISED,
                                MOSCOW,
                                Alerts.RAISED);

        assertThat(message.subject()).isEqualTo("Просрочено: первый ответ");
        assertThat(message.plain())
                .isEqualTo(
                        """
                        Просрочено: первый ответ
                        Страница: Заречный округ
                        Срок: 25 ноября 2026, 12:30 (UTC+3)
                        Опоздание: меньше минуты.
                        Тема: ЖКХ""");
    }

    @Test
    void theEndTellsHowLateTheAnswerCame() {
        assertThat(plain(Alerts.alert("a").cleared(Duration.ofHours(50)), News.CLEARED))
                .contains("Снято: просрочка, первый ответ")
                .contains("Ответ дан с опозданием на 2 дн. 2 ч.");
        assertThat(plain(Alerts.alert("a").cleared(Duration.ZERO), News.CLEARED))
                .contains("Ответ дан в срок.");
        assertThat(plain(Alerts.alert("a").retracted(), News.RETRACTED))
                .contains("Отозвано: просрочка, первый ответ")
                .contains("не является обращением");
    }

    @Test
    void eachKindHasItsWords() {
        assertThat(plain(Alerts.alert("a").kind(AlertKind.DUE_SOON), News.RAISED))
                .startsWith("Скоро срок: первый ответ\n");
        assertThat(plain(Alerts.alert("a").kind(AlertKind.ESCALATION).level(2), News.RAISED))
                .startsWith("Эскалация, уровень 2: первый ответ просрочен\n");
        assertThat(plain(Alerts.alert("a").kind(AlertKind.SPREAD), News.RAISED))
                .startsWith("Непроверенное сообщение быстро распространяется\n")
                .contains("\nПосле срока опровержения прошло: меньше минуты.\n");
        assertThat(plain(Alerts.alert("a").kind(AlertKind.ENGAGEMENT_SPIKE), News.RAISED))
                .startsWith("Всплеск активности под записью\n");
        assertThat(
                        plain(
                                Alerts.alert("a")
                                        .kind(AlertKind.ENGAGEMENT_SPIKE)
                                        .subject("vk:-9100")
                                        .urgency(Urgency.HIGH),
                                News.RAISED))
                .startsWith("Растёт критика без ответа: всплеск активности на странице\n");
    }

    @Test
    void aStoryIsRefutedOrClosedAndOwesNoAnswer() {
        assertThat(plain(story(1), News.RAISED))
                .startsWith("Срок опровержения прошёл, опровержения нет\n");
        assertThat(plain(story(0).cleared(Duration.ofHours(1)), News.CLEARED))
                .startsWith("Снято: распространение непроверенного сообщения\n");
        assertThat(plain(story(1).cleared(Duration.ofMinutes(20)), News.CLEARED))
                .startsWith("Снято: непроверенное сообщение без опровержения в срок\n")
                .contains("\nОпровергнуто или закрыто с опозданием на 20 мин.\n");
        assertThat(plain(story(0).cleared(Duration.ZERO), News.CLEARED))
                .contains("\nОпровергнуто или закрыто.\n");
        assertThat(plain(story(1).retracted(), News.RETRACTED))
                .startsWith("Отозвано: непроверенное сообщение без опровержения в срок\n")
                .contains("\nПовода нет: ", "больше не вызывает подозрений.\n")
                .doesNotContain("обращением");
    }

    private static Alerts story(int level) {
        return Alerts.alert("a").kind(AlertKind.SPREAD).level(level);
    }

    @Test
    void whatResidentsWriteCannotBreakTheMarksOrTheHeaders() {
        AlertMessage message =
                TEXTS.single(
                        Alerts.alert("a")
                                .text("<script>&\"\r\nBcc: x@example.org $1 {agency}")
                                .agencyName("A & B\r\nBcc: x@example.org")
                                .url("javascript:alert(1)")
                                .get(),
                        News.RAISED,
                        MOSCOW,
                        Alerts.RAISED);

        assertThat(message.html())
                .contains(
                        "«&lt;script&gt;&amp;&quot; Bcc: x@example.org $1 {agency}»",
                        "A &amp; B Bcc: x@example.org")
                .doesNotContain("javascript");
        assertThat(message.subject()).doesNotContain("\n", "\r");
    }

    @Test
    void theLongestTextStaysBelowTelegramsLimitAndNoCharacterIsHalved() {
        String url = "https://vk.com/" + "&".repeat(480);
        AlertMessage message =
                TEXTS.single(
                        Alerts.alert("a")
                                .text("\"".repeat(300))
                                .agencyName("\"&".repeat(500))
                                .url(url)
                                .get(),
                        News.RAISED,
                        MOSCOW,
                        Alerts.RAISED);

        assertThat(message.html().length()).isLessThanOrEqualTo(AlertMessage.LIMIT);
        assertThat(message.html()).doesNotContain("&quo<").endsWith("</a>");
        assertThat(Cut.at("a👍b", 3)).isEqualTo("a…");
        assertThat(Cut.at("👍👍", 4)).isEqualTo("👍👍");
    }

    @Test
    void aDigestTellsWhatStandsByItsTermAndThenWhatIsOver() {
        AlertMessage message =
                TEXTS.digest(
                        List.of(
                                        item(
                                                Alerts.alert("c").cleared(Duration.ofHours(1)),
                                                News.CLEARED),
                                        item(
                                                Alerts.alert("b")
                                                        .raisedAt(Alerts.RAISED.plusSeconds(3_600)),
                                                News.RAISED),
                                        item(Alerts.alert("a").agencyName("Лесной"), News.RAISED))
                                .stream()
                                .sorted(AlertTexts.digestOrder())
                                .toList(),
                        0,
                        MOSCOW,
                        Alerts.RAISED.plus(Duration.ofHours(10)));

        assertThat(message.subject()).isEqualTo("Сводка за тихие часы: действуют 2, снято 1");
        assertThat(message.plain().lines())
                .containsExactly(
                        "Сводка за тихие часы: действуют 2, снято 1",
                        "• Просрочено: первый ответ — Лесной, срок 25 ноября 2026, 12:30 (UTC+3)."
                                + " Опоздание: 10 ч. https://vk.com/wall-9100_41?reply=57",
                        "• Просрочено: первый ответ — Администрация Заречного округа, срок 25 ноября"
                                + " 2026, 13:30 (UTC+3). Опоздание: 9 ч."
                                + " https://vk.com/wall-9100_41?reply=57",
                        "• Снято: просрочка, первый ответ — Администрация Заречного округа. Ответ дан"
                                + " с опозданием на 1 ч. https://vk.com/wall-9100_41?reply=57",
                        "Панель: http://127.0.0.1:3000/d/overdue?var-agency=zarechny");
    }

    @Test
    void oneMessageOfTelegramHoldsAsManyAsFitAndSaysHowManyFollow() {
        List<AlertTexts.Item> items =
                IntStream.range(0, 500)
                        .mapToObj(i -> item(Alerts.alert("a" + i), News.RAISED))
                        .toList();

        int fitting = AlertTexts.fitting(items, MOSCOW, Alerts.RAISED);
        AlertMessage message =
                TEXTS.digest(items.subList(0, fitting), 500 - fitting, MOSCOW, Alerts.RAISED);

        assertThat(message.html().length()).isBetween(2_500, AlertMessage.LIMIT);
        assertThat(message.html().lines().filter(line -> line.startsWith("• "))).hasSize(fitting);
        assertThat(message.html())
                .contains("\n… ещё %d – следующим сообщением\n".formatted(500 - fitting));
    }

    @Test
    void theLongestLineFits() {
        AlertTexts.Item longest =
                item(
                        Alerts.alert("a")
                                .agencyName("\"&".repeat(500))
                                .url("https://vk.com/" + "&".repeat(480)),
                        News.RAISED);

        assertThat(AlertTexts.fitting(List.of(longest, longest), MOSCOW, Alerts.RAISED)).isOne();
        assertThat(TEXTS.digest(List.of(longest), 1, MOSCOW, Alerts.RAISED).html().length())
                .isLessThanOrEqualTo(AlertMessage.LIMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, меньше минуты",
        "PT59.999S, меньше минуты",
        "PT1M, 1 мин",
        "PT60M, 1 ч",
        "PT23H59M59S, 23 ч 59 мин",
        "P1D, 1 дн.",
        "P12DT5H59M, 12 дн. 5 ч"
    })
    void durations(Duration duration, String words) {
        assertThat(Words.duration(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            UTC            | 25 ноября 2026, 09:30 (UTC)
            Asia/Kamchatka | 25 ноября 2026, 21:30 (UTC+12)
            Asia/Kolkata   | 25 ноября 2026, 15:00 (UTC+5:30)
            America/Lima   | 25 ноября 2026, 04:30 (UTC-5)
            """)
    void times(ZoneId zone, String words) {
        assertThat(Words.time(Alerts.RAISED, zone)).isEqualTo(words);
    }

    private static AlertTexts.Item item(Alerts alert, News news) {
        return new AlertTexts.Item(alert.get(), news);
    }

    private static String plain(Alerts alert, News news) {
        return TEXTS.single(alert.get(), news, MOSCOW, Alerts.RAISED).plain();
    }
}
