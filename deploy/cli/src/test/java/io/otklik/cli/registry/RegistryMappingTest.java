package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import io.otklik.cli.registry.RegistryLine.BadLineException;
import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;
import io.otklik.schemas.Platform;
import org.assertj.core.groups.Tuple;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Registers as regions keep them. */
class RegistryMappingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String MAPPING =
            """
            columns: {communityId: ID, url: Ссылка, name: Организация, agencyId: ОГРН, agencyName: Организация}
            constants: {timeZone: Asia/Yakutsk, region: Заречная область}
            empty: ["0", "0.0"]
            delimiter: ";"
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    https://vk.com/club185,       -,          vk:-185
                    http://www.vk.com/public185/, -,          vk:-185
                    m.vk.com/event185,            -,          vk:-185
                    vk.ru/zarechny,               185.0,      vk:-185
                    https://vk.com/club185,       185,        vk:-185
                    https://vk.com/zarechny,      -185,       vk:-185
                    https://vk.com/zarechny,      vk:-185,    vk:-185
                    https://ok.ru/group/573249,   -,          ok:573249
                    https://ok.ru/zarechny,       573249,     ok:573249
                    https://ok.ru/group/579/topics, -,        ok:579
                    https://ok.ru/zarechny/photos, 573249,    ok:573249
                    m.ok.ru/dk?st.cmd=altGroupMain&st.groupId=53, -, ok:53
                    https://t.me/c/1234567890/17, -,          telegram:-1001234567890
                    https://t.me/zarechny/17,     1234567890, telegram:-1001234567890
                    https://t.me/c/1234567890/,   -,          telegram:-1001234567890
                    https://t.me/zarechny,        1234567890, telegram:-1001234567890
                    https://t.me/s/zarechny,      -100123,    telegram:-100123
                    https://web.max.ru/-68112,    -,          max:-68112
                    https://max.ru/zarechny,      -68112,     max:-68112
                    https://vk.com/zarechny,      -,          -
                    """)
    void anAddressOrANumberIsAPage(String url, String id, String page) throws Exception {
        assertThat(PageAddress.read(null, id, url).number()).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    -,        https://vk.com/public,   -,   url is https://vk.com/public; it names no page.
                    -,        https://vk.com/,         5,   url is https://vk.com/; it names no page.
                    -,        https://vk.com/feed?w=wall-126_9, 5, url is https://vk.com/feed?w=wall-126_9; it names no page.
                    -,        https://vk.com/im?sel=5, 5,   url is https://vk.com/im?sel=5; it names no page.
                    -,        https://vk.com/wall126_9, 5,  url is https://vk.com/wall126_9; it names no page.
                    -,        https://ok.ru/dk?st.cmd=main, 5, url is https://ok.ru/dk?st.cmd=main; it names no page.
                    -,        https://ok.ru/search,    5,   url is https://ok.ru/search; it names no page.
                    -,        https://ok.ru/profile/7/photos, 7, 'url is https://ok.ru/profile/7/photos; it is a person''s page'
                    -,        https://t.me/joinchat/17, 5,  url is https://t.me/joinchat/17; it names no page.
                    -,        https://vk.com/id185,    -,   'url is https://vk.com/id185; it is a person''s page'
                    -,        https://ok.ru/profile/7, 7,   'url is https://ok.ru/profile/7; it is a person''s page'
                    -,        https://vk.com/a b,      5,   url is https://vk.com/a b; no address of VK
                    -,        https://vk.com/Заречный, 5,   url is https://vk.com/Заречный; it names no page.
                    -,        https://example.org/a,   5,   url is https://example.org/a; no address of VK
                    -,        ftp://vk.com/club5,      5,   url is ftp://vk.com/club5; no address of VK
                    TELEGRAM, https://vk.com/club5,    -,   'url is https://vk.com/club5, no page of TELEGRAM.'
                    -,        https://vk.com/club5,    6,   'url is https://vk.com/club5, the id is 6; one of them'
                    VK,       -,                       1.5, communityId is 1.5; it is a number.
                    -,        -,                       5,   'platform is empty, and no url tells it.'
                    """)
    void whatIsNoAddressIsSaid(Platform platform, String url, String id, String sentence) {
        assertThatThrownBy(() -> PageAddress.read(platform, id, url))
                .isInstanceOf(BadLineException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void everyLineIsAPageOrAProblemOrHasNoPage() throws IOException {
        RegistryFile read =
                read(
                        """
                        ID;Ссылка;Организация;ОГРН;Прочее
                        185.0;https://vk.com/zarechny;Школа № 1;1022800001;x
                        0.0;https://vk.com/club186;Школа № 2;1022800002;x
                        0.0;0;Ликвидированное учреждение;1022800003;x
                        ;https://vk.com/sad3;Сад № 3;1022800004;x
                        187;https://vk.com/public;Сад № 4;1022800005;x
                        188;https://vk.com/sad5;Сад № 5;;x
                        185;https://vk.com/club185;Школа № 1;1022800001;x
                        """);

        assertThat(read.communities())
                .extracting(Community::communityId, Community::url, Community::agencyId)
                .containsExactly(
                        Tuple.tuple("vk:-185", "https://vk.com/zarechny", "1022800001"),
                        Tuple.tuple("vk:-186", "https://vk.com/club186", "1022800002"));
        assertThat(read.communities().get(0).region()).isEqualTo("Заречная область");
        assertThat(read.communities().get(0).platform()).isEqualTo(Platform.VK);
        assertThat(read.withoutPage()).containsExactly(4L);
        assertThat(read.problems())
                .extracting(problem -> problem.line() + ": " + problem.sentence())
                .containsExactly(
                        "5: https://vk.com/sad3 names a page whose number is not known; write it into ID, or into a file of --names.",
                        "6: url is https://vk.com/public; it names no page.",
                        "7: agencyId is empty.",
                        "8: vk:-185 stands already in line 2; leave one of them.");
    }

    @Test
    void aCellMayHoldTheAddressesOfSeveralPages() throws IOException {
        RegistryFile read =
                read(
                        """
                        ID;Ссылка;Организация;ОГРН
                        ;"https://vk.com/club123; https://ok.ru/group/573/topics";Школа № 1;1
                        ;vk.com/club124,t.me/c/77 ok.ru/search;Школа № 2;2
                        9;"vk.com/club125; ok.ru/group/55";Школа № 3;3
                        ;"https://vk.com/club126;";Школа № 4;4
                        """);

        assertThat(read.communities())
                .extracting(Community::communityId, Community::url, Community::name)
                .containsExactly(
                        Tuple.tuple("vk:-123", "https://vk.com/club123", "Школа № 1"),
                        Tuple.tuple("ok:573", "https://ok.ru/group/573/topics", "Школа № 1"),
                        Tuple.tuple("vk:-124", "https://vk.com/club124", "Школа № 2"),
                        Tuple.tuple("telegram:-10077", "https://t.me/c/77", "Школа № 2"),
                        Tuple.tuple("vk:-126", "https://vk.com/club126", "Школа № 4"));
        assertThat(read.problems())
                .extracting(problem -> problem.line() + ": " + problem.sentence())
                .containsExactly(
                        "3: url is ok.ru/search; it names no page.",
                        "4: url holds 2 addresses, and the id 9 does not tell whose it is; give each page a line of its own.");
        assertThat(read.lines()).isEqualTo(4);
        assertThat(read.badLines()).isEqualTo(2);
    }

    @Test
    void followersOfSeveralPagesAreNobodys() throws IOException {
        RegistryFile read =
                reader(
                                MAPPING.replace(
                                        "name: Организация",
                                        "name: Организация, subscribers: Подписчики"))
                        .read(
                                csv(
                                        """
                                        ID;Ссылка;Организация;ОГРН;Подписчики
                                        ;vk.com/club1 ok.ru/group/2;Школа № 1;1;500
                                        ;vk.com/club3;Школа № 2;2;70
                                        """));

        assertThat(read.communities()).hasSize(3);
        assertThat(read.audience()).extracting(Audience::communityId).containsExactly("vk:-3");
        assertThat(read.problems()).extracting(RegistryProblem::line).containsExactly(2L, 2L);
        assertThat(read.badLines()).isEqualTo(1);
    }

    @Test
    void aNameIsAPageIfTheFileOfNamesOrTheRegisterInForceTellsIt() throws IOException {
        Community known =
                reader(MAPPING)
                        .read(
                                csv(
                                        "ID;Ссылка;Организация;ОГРН\n7;vk.com/Sad7;Сад № 7;1\n8;vk.com/sad8;Сад № 8;1\n"))
                        .communities()
                        .get(0);
        Path names = folder.resolve("names.csv");
        Files.writeString(
                names, "url,communityId\nhttps://t.me/s/sad9,-1009\nvk.com/sad10,vk:-10\n");
        Path mapping = folder.resolve("mapping.yaml");
        RegistryReader reader =
                new RegistryReader(
                        id -> id,
                        NOW,
                        RegistryMapping.read(mapping),
                        PageNames.of(List.of(known)).and(names),
                        NOW);

        RegistryFile read =
                reader.read(
                        csv(
                                """
                                ID;Ссылка;Организация;ОГРН
                                ;https://vk.com/sad7;Сад № 7;1
                                ;https://t.me/SAD9;Сад № 9;1
                                ;https://m.vk.com/sad10;Сад № 10;1
                                ;https://ok.ru/sad10;Сад № 10;1
                                """));

        assertThat(read.communities())
                .extracting(Community::communityId)
                .containsExactly("vk:-7", "telegram:-1009", "vk:-10");
        assertThat(read.problems()).extracting(RegistryProblem::line).containsExactly(5L);
    }

    @Test
    void aNameIsAPageIfAnotherLineTellsIt() throws IOException {
        RegistryFile read =
                read(
                        """
                        ID;Ссылка;Организация;ОГРН
                        ;https://vk.com/sad7;Сад № 7;1
                        7;vk.com/SAD7;Сад № 7 (ещё раз);1
                        """);

        assertThat(read.communities())
                .extracting(Community::communityId, Community::name)
                .containsExactly(Tuple.tuple("vk:-7", "Сад № 7"));
        assertThat(read.problems())
                .extracting(RegistryProblem::sentence)
                .containsExactly("vk:-7 stands already in line 2; leave one of them.");
    }

    @Test
    void aWrongFileOfNamesIsSaidByItsLine() throws IOException {
        Path names = folder.resolve("names.csv");
        Files.writeString(names, "url,communityId\nhttps://vk.com/id5,5\n");

        assertThatThrownBy(() -> PageNames.of(List.of()).and(names))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(
                        "names.csv:2: url is https://vk.com/id5; it is a person's page");
    }

    @Test
    void aSpreadsheetReadsAsTheSameTable() throws IOException {
        Path file = folder.resolve("registry.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Реестр");
            List<String> header = List.of("ID", "Ссылка", "Организация", "ОГРН");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, 185);
            sheet.value(1, 1, "https://vk.com/zarechny");
            sheet.value(1, 2, "Школа № 1");
            sheet.value(1, 3, "1022800001");
            sheet.value(3, 1, "https://vk.com/public");
            sheet.value(3, 2, "Сад № 4");
        }

        RegistryFile read = reader(MAPPING).read(file);

        assertThat(read.communities())
                .extracting(Community::communityId)
                .containsExactly("vk:-185");
        assertThat(read.problems()).extracting(RegistryProblem::line).containsExactly(4L);
    }

    @Test
    void theFollowersAreReadWithTheTimeOfTheirCounting() throws IOException {
        Path file = folder.resolve("registry.csv");
        Files.writeString(
                file,
                """
                ID;Ссылка;Организация;ОГРН;Подписчики;Охват
                185;https://vk.com/zarechny;Школа № 1;1;15 200;9300.0
                186;https://vk.com/club186;Школа № 2;2;;70
                187;https://vk.com/club187;Школа № 3;3;много;
                """);

        RegistryFile read =
                reader(
                                MAPPING.replace(
                                        "name: Организация",
                                        "name: Организация, subscribers: Подписчики, reachWeek: Охват"))
                        .read(file);

        assertThat(read.audience()).containsExactly(new Audience("vk:-185", NOW, 15_200, 9_300L));
        assertThat(read.communities()).hasSize(2);
        assertThat(read.problems())
                .extracting(RegistryProblem::sentence)
                .containsExactly("subscribers is много; it is a whole number.");
    }

    @Test
    void aFileThatIsNoSpreadsheetIsSaid() throws IOException {
        Path file = folder.resolve("registry.xlsx");
        Files.writeString(file, "ID;Ссылка");

        assertThatThrownBy(() -> reader(MAPPING).read(file))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("is no XLSX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    columns: {name: N, agencyId: A, agencyName: B} | Neither columns nor constants give
                    columns: {url: U, name: N, agencyId: A, agencyName: B, color: C} | “color” is no key here
                    delimiter: ";;" | A delimiter is one character.
                    """)
    void aWrongMappingIsSaid(String yaml, String sentence) {
        assertThatThrownBy(() -> reader(yaml))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(": line 1: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void aColumnThatTheFileLacksIsSaid() {
        assertThatThrownBy(() -> read("ID;Ссылка;Организация\n"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("has no column ОГРН");
    }

    private RegistryFile read(String text) throws IOException {
        return reader(MAPPING).read(csv(text));
    }

    private Path csv(String text) throws IOException {
        Path file = folder.resolve("registry.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file;
    }

    private RegistryReader reader(String yaml) throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(mapping, yaml, StandardCharsets.UTF_8);
        return new RegistryReader(
                id -> "hash of " + id,
                NOW,
                RegistryMapping.read(mapping),
                PageNames.of(List.of()),
                NOW);
    }
}
