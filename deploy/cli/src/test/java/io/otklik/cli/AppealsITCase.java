package io.otklik.cli;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What a duty officer asks for, against the real engine. */
class AppealsITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static TestTables tables;
    private static final String ANSWERED = "vk:-1_10_11";

    @TempDir private Path folder;

    @BeforeAll
    static void fill() {
        tables = TestTables.migrated(CLICKHOUSE, "appeals_cli");
        tables.insert(
                "community (community_id, url, name, agency_id, agency_name, updated_at)",
                "('vk:-1', 'https://vk.com/club1', 'Двор', 'yards', 'Комитет дворов', '2026-01-01 00:00:00')");
        tables.insert(
                "appeal (appeal_id, thread_id, community_id, community_name, agency_id,"
                        + " agency_name, agency_reason, region, municipality, time_zone, url, text, published_at,"
                        + " status, topic_group, topic, urgency, place, policy_id, policy_version,"
                        + " calendar_id, calendar_version, first_response_due_at, answers,"
                        + " first_response_id, first_response_at, first_response_text,"
                        + " first_response_millis, first_response_business_millis, final_answer_at,"
                        + " outcome, closed_at, first_breached_at, version)",
                "('vk:-1_10_11', 'vk:-1_10', 'vk:-1', 'Двор', 'yards', 'Комитет дворов', 'route:municipal-page', 'Заречная область',"
                        + " 'Заречный округ', 'Asia/Yekaterinburg', 'https://vk.com/wall-1_10?reply=11',"
                        + " '=Фонарь не горит; «давно»', '2026-03-02 04:00:00', 'ANSWERED',"
                        + " 'Благоустройство', 'Освещение', 'HIGH', 'улица Садовая, 5', 'zarechny_9h', 2,"
                        + " 'ru-5x8', 4, '2026-03-02 11:00:00', 1, 'vk:-1_10_12',"
                        + " '2026-03-02 06:30:09', 'Лампу заменили.', 9009000, 5409000,"
                        + " '2026-03-02 06:30:09', 'RESOLVED', '2026-03-02 06:30:09', NULL, 3)",
                "('vk:-1_10_20', 'vk:-1_10', 'vk:-1', 'Двор', 'yards', 'Комитет дворов', 'route:municipal-page', 'Заречная область',"
                        + " 'Заречный округ', 'Asia/Yekaterinburg', '', 'Когда вывезут снег?',"
                        + " '2026-03-03 04:00:00', 'OPEN', 'Благоустройство', '', 'NORMAL', '', 'zarechny_9h', 2,"
                        + " 'ru-5x8', 4, '2026-03-03 11:00:00', 0, '', NULL, '', NULL, NULL, NULL, '', NULL,"
                        + " '2026-03-03 11:00:00', 1)",
                "('vk:-1_10_21', 'vk:-1_10', 'vk:-1', 'Двор', 'parks', 'Парки', '', 'Заречная область', '', '', '',"
                        + " 'Скамейка сломана', '2026-03-04 04:00:00', 'OPEN', '', '', 'NORMAL', '', '', NULL, '',"
                        + " NULL, '2190-01-01 00:00:00', 0, '', NULL, '', NULL, NULL, NULL, '', NULL, NULL, 1)");
        tables.insert(
                "appeal_event (event_id, appeal_id, thread_id, community_id, type, cause_message_id,"
                        + " at, metric, due_at, elapsed_millis, elapsed_business_millis, agency_id, outcome,"
                        + " reason, policy_id, policy_version, calendar_version, retracted, version)",
                "('e1', 'vk:-1_10_11', 'vk:-1_10', 'vk:-1', 'DETECTED', 'vk:-1_10_11', '2026-03-02 04:00:00',"
                        + " '', NULL, 0, 0, 'yards', '', 'rule:request urgency:gas rule:ours +работает -спасибо topic:лифт|лифта', '', NULL, NULL, false, 1)",
                "('e2', 'vk:-1_10_11', 'vk:-1_10', 'vk:-1', 'SLA_APPLIED', 'vk:-1_10_11', '2026-03-02 04:00:00',"
                        + " 'FIRST_RESPONSE', '2026-03-02 11:00:00', 0, 0, 'yards', '', '', 'zarechny_9h', 2, 4, false, 1)",
                "('e3', 'vk:-1_10_11', 'vk:-1_10', 'vk:-1', 'FINAL', 'vk:-1_10_12', '2026-03-02 06:30:09',"
                        + " 'FIRST_RESPONSE', NULL, 9009000, 5409000, 'yards', 'RESOLVED', '', '', NULL, NULL, false, 1)",
                "('e4', 'vk:-1_10_11', 'vk:-1_10', 'vk:-1', 'BREACHED', 'vk:-1_10_11', '2026-03-02 05:00:00',"
                        + " 'FIRST_RESPONSE', NULL, 1, 1, '', '', '', '', NULL, NULL, true, 2)");
        tables.insert(
                "incident (incident_id, municipality, topic_group, place, members, authors, first_at,"
                        + " last_at, repeat_of, repeat_kind, updated_at, version)",
                "('vk:-1_10_11', 'Заречный округ', 'Благоустройство', 'улица Садовая, 5', ['vk:-1_10_11'], 1,"
                        + " '2026-03-02 04:00:00', '2026-03-02 04:00:00', 'vk:-1_9_3', 'PLACE',"
                        + " '2026-03-02 06:30:09', 1)");
        tables.insert(
                "message (message_id, thread_id, community_id, text, attachments, published_at,"
                        + " observed_at, change)",
                "('vk:-1_10_11', 'vk:-1_10', 'vk:-1', 'Фонарь', ['photo'], '2026-03-02 04:00:00', now(), 'CREATED')",
                "('vk:-1_10_12', 'vk:-1_10', 'vk:-1', 'Лампу заменили.', [], '2026-03-02 06:30:09', now(), 'CREATED')");
    }

    @Test
    void listBeginsWithWhatIsOverdueLongest() {
        Run run = tables.run("appeals", "list");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .satisfiesExactly(
                        header ->
                                assertThat(header.split("\\s{2,}"))
                                        .containsExactly(
                                                "‼",
                                                "Просрочено на",
                                                "Срок",
                                                "Ведомство",
                                                "Состояние",
                                                "Обращение",
                                                "Текст"),
                        first ->
                                assertThat(first)
                                        .matches(" +\\d+ д \\d+ ч  03\\.03\\.2026 16:00 \\+05 .*")
                                        .contains("  Комитет дворов  ждёт ответа  ")
                                        .endsWith("Когда вывезут снег?"),
                        second ->
                                assertThat(second)
                                        .contains("01.01.2190 00:00 +00 ")
                                        .contains(" vk:-1_10_21 ")
                                        .doesNotContain(" ч "),
                        third ->
                                assertThat(third)
                                        .startsWith("‼ ")
                                        .contains(" отвечено ")
                                        .contains(ANSWERED),
                        count -> assertThat(count).isEqualTo("Показано обращений: 3"));
    }

    @Test
    void listIsNarrowedByAuthorityStateAndDeadline() {
        assertThat(tables.run("appeals", "list", "--overdue").out()).contains("обращений: 1");
        assertThat(tables.run("appeals", "list", "--agency", "parks").out())
                .contains("vk:-1_10_21")
                .contains("обращений: 1");
        assertThat(tables.run("appeals", "list", "--status", "ANSWERED", "--json").out())
                .contains("\"appealId\" : \"" + ANSWERED)
                .contains("\"publishedAt\" : \"2026-03-02T04:00:00.000Z\"");
        assertThat(tables.run("appeals", "list", "--agency", "parks", "--overdue").out())
                .isEqualTo("Показано обращений: 0\n");
        assertThat(tables.run("appeals", "list", "--limit", "0").code()).isEqualTo(2);
    }

    @Test
    void columnsStandUnderEachOtherWhateverTheLengthOfAnId() {
        TestTables own = TestTables.migrated(CLICKHOUSE, "long_ids_cli");
        own.insert(
                "appeal (appeal_id, thread_id, community_id, agency_id, status, text, published_at, version)",
                "('ok:99000000000101_155941590057_155941590060', 't', 'ok:1', 'roads', 'OPEN', 'Яма', '2026-03-02', 1)",
                "('vk:-1_2_3', 't', 'vk:-1', 'parks', 'OPEN', 'Лавка', '2026-03-01', 1)");

        List<String> lines = own.run("appeals", "list").out().lines().toList();

        int text = lines.get(0).indexOf("Текст");
        assertThat(lines.get(1).substring(text)).isEqualTo("Яма");
        assertThat(lines.get(2).substring(text)).isEqualTo("Лавка");
    }

    @Test
    void aPolicyWithoutAFirstResponseHasTheTermOfTheAnswerOnTheMerits() {
        TestTables own = TestTables.migrated(CLICKHOUSE, "final_term_cli");
        own.insert(
                "appeal (appeal_id, thread_id, community_id, agency_id, status, text, published_at, final_due_at, version)",
                "('vk:-1_2_3', 't', 'vk:-1', 'parks', 'OPEN', 'Лавка', '2026-03-01', '2026-03-02 10:00:00', 1)");

        assertThat(own.run("appeals", "list", "--overdue").out())
                .contains("  02.03.2026 10:00 +00  ")
                .contains("обращений: 1");
    }

    @Test
    void anAuthorityThatNobodyNamesIsWronglyAskedFor() {
        for (String nobody : List.of("nope", "x' OR '1'='1")) {
            Run run = tables.run("appeals", "list", "--agency", nobody);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .isEqualTo(
                            "Ведомства «%s» нет; есть parks, yards, названия и адреса: otklik registry list.\n"
                                    .formatted(nobody));
        }
    }

    @Test
    void showTellsEachDeadlineAndWhy() {
        Run run = tables.run("appeals", "show", ANSWERED);

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Обращение vk:-1_10_11 — отвечено")
                .containsPattern("Почему он: +страница муниципальная, тема местная\n")
                .containsOnlyOnce("исполнитель: Комитет дворов")
                .contains("основание: просьба, срочно: газ, rule:ours\n")
                .doesNotContain("route:")
                .doesNotContain("работает")
                .contains("zarechny_9h, версия 2, календарь ru-5x8, версия 4")
                .contains("02.03.2026 09:00:00  Установлен срок: первый ответ")
                .contains("срок: 02.03.2026 16:00:00")
                .contains("02.03.2026 11:30:09  Ответ по существу: первый ответ")
                .contains("итог: Решено")
                .contains("прошло: 2:30:09, рабочего времени 1:30:09")
                .contains("текст: Лампу заменили.")
                .containsPattern("Инцидент: +vk:-1_10_11\n")
                .containsPattern("Повтор: +vk:-1_9_3\n")
                .doesNotContain("Срок нарушен");
        assertThat(tables.run("appeals", "show", ANSWERED, "--json").out())
                .contains("\"type\" : \"SLA_APPLIED\"");
    }

    @Test
    void anUnknownAppealIsSaidSo() {
        Run run = tables.run("appeals", "show", "vk:-1_10_99");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("Обращения vk:-1_10_99 нет;");
    }

    @Test
    void exportHasTheColumnsOfTheIncidentSystem() throws IOException {
        Path file = folder.resolve("march.csv");
        Run run =
                tables.run(
                        "export",
                        "incidents",
                        "--from",
                        "2026-03-02",
                        "--to",
                        "2026-03-03",
                        "--bom",
                        "--out",
                        file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Обращений: 1 — ");
        assertThat(Files.readString(file)).startsWith("\uFEFFКабинет,ID,Номер инцидента,");
        List<CSVRecord> rows = rows(file);
        assertThat(rows).hasSize(1);
        CSVRecord row = rows.get(0);
        assertThat(row.size()).isEqualTo(46);
        assertThat(row.get("ID")).isEqualTo(ANSWERED);
        assertThat(row.get("Номер инцидента")).isEqualTo(ANSWERED);
        assertThat(row.get("Отдел")).isEqualTo("Комитет дворов");
        assertThat(row.get("Дата создания")).isEqualTo("02.03.2026 09:00:00");
        assertThat(row.get("Время с даты создания инцидента до времени первого ответа"))
                .isEqualTo("2:30:09");
        assertThat(
                        row.get(
                                "Время с даты создания инцидента до времени первого ответа, рабочее время"))
                .isEqualTo("1:30:09");
        assertThat(row.get("Первая реакция с момента назн. ПИ")).isEqualTo("2:30:09");
        assertThat(row.get("Уложились или нет после назн. ПИ")).isEqualTo("Да");
        assertThat(row.get("Улица")).isEqualTo("улица Садовая");
        assertThat(row.get("Дом")).isEqualTo("5");
        assertThat(row.get("Итог")).isEqualTo("Решено");
        assertThat(row.get("Есть медиафайл в сообщении")).isEqualTo("Да");
        assertThat(row.get("Есть медиафайл в ответе")).isEqualTo("Нет");
        assertThat(row.get("1ый ответ ПИ")).isEqualTo("Лампу заменили.");
        assertThat(row.get("2ой ответ ПИ")).isEmpty();
        assertThat(row.get("Теги")).isEqualTo("срочно, повтор");
        // A text that a spreadsheet would compute is no formula any more.
        assertThat(row.get("Текст инцидента")).isEqualTo("'=Фонарь не горит; «давно»");
        assertThat(folder.toFile().list()).containsExactly("march.csv");
    }

    @Test
    void exportSaysThatTheAuthorWithdrewOnlyWhereThatIsKnown() throws IOException {
        TestTables own = TestTables.migrated(CLICKHOUSE, "withdrawn_cli");
        own.insert(
                "appeal (appeal_id, thread_id, community_id, status, published_at, closed_at, version)",
                "('w_1', 'w', 'vk:-1', 'WITHDRAWN', '2026-03-02 04:00:00', '2026-03-02 05:00:00', 1)",
                "('w_2', 'w', 'vk:-1', 'WITHDRAWN', '2026-03-02 04:01:00', '2026-03-02 05:00:00', 1)",
                "('w_3', 'w', 'vk:-1', 'WITHDRAWN', '2026-03-02 04:02:00', '2026-03-02 05:00:00', 1)");
        own.insert(
                "message (message_id, thread_id, community_id, author_id, published_at, observed_at,"
                        + " change, deleter_id)",
                "('w_1', 'w', 'vk:-1', 'anna', '2026-03-02 04:00:00', '2026-03-02 04:00:00', 'CREATED', '')",
                "('w_1', 'w', 'vk:-1', '', NULL, '2026-03-02 05:00:00', 'DELETED', 'anna')",
                "('w_2', 'w', 'vk:-1', 'anna', '2026-03-02 04:01:00', '2026-03-02 04:01:00', 'CREATED', '')",
                "('w_2', 'w', 'vk:-1', '', NULL, '2026-03-02 05:00:00', 'DELETED', 'moderator')",
                "('w_3', 'w', 'vk:-1', 'anna', '2026-03-02 04:02:00', '2026-03-02 04:02:00', 'CREATED', '')",
                "('w_3', 'w', 'vk:-1', '', NULL, '2026-03-02 05:00:00', 'DELETED', '')");
        Path file = folder.resolve("withdrawn.csv");

        Run run = own.run("export", "incidents", "--bom", "--out", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(rows(file))
                .extracting(row -> row.get("Причина закрытия"))
                .containsExactly("Отозвано автором", "Удалено не автором", "Удалено или изменено");
    }

    /** The rows of a file that begins with the mark of UTF-8. */
    private static List<CSVRecord> rows(Path file) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(Files.readString(file).substring(1)))
                .getRecords();
    }

    @Test
    void exportWritesXlsxByTheFilesName() throws IOException {
        Path file = folder.resolve("all.xlsx");

        assertThat(tables.run("export", "incidents", "--out", file.toString()).out())
                .startsWith("Обращений: 3");

        try (ZipFile zip = new ZipFile(file.toFile())) {
            String sheet =
                    new String(
                            zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
            assertThat(sheet.split("<row ", -1)).hasSize(1 + 1 + 3);
        }
        assertThat(tables.run("export", "incidents", "--bom", "--out", file.toString()).code())
                .isEqualTo(2);
    }
}
