package io.otklik.cli.registry;

import io.otklik.cli.CommandException;
import io.otklik.schemas.Community;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegistryReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String HEADER =
            "communityId,platform,url,name,agencyId,agencyName,level,sphere,municipality,region,timeZone,officialAuthors,status\n";

    @TempDir private Path folder;

    @Test
    void aLineIsAPageWithItsAccountsHashedAndTheirDaysInItsZone() throws IOException {
        RegistryFile read =
                read(
                        HEADER
                                + "vk:-143,vk,https://vk.com/x,\"Мэрия, город\",a1,Мэрия,Муниципальный,,,Область,Asia/Yekaterinburg,"
                                + "vk:5; vk:6@2026-01-01/2026-06-30 ;vk:7@/2026-06-30;vk:-9,ok\n");

        assertThat(read.problems()).isEmpty();
        Community page = read.communities().get(0);
        assertThat(page.platform()).isEqualTo(Platform.VK);
        assertThat(page.name()).isEqualTo("Мэрия, город");
        assertThat(page.sphere()).isNull();
        assertThat(page.updatedAt()).isEqualTo(NOW);
        assertThat(page.officialAuthors())
                .containsExactly(
                        new OfficialAuthor("hash of vk:5", null, null),
                        new OfficialAuthor(
                                "hash of vk:6",
                                Instant.parse("2025-12-31T19:00:00Z"),
                                Instant.parse("2026-06-30T19:00:00Z")),
                        new OfficialAuthor(
                                "hash of vk:7", null, Instant.parse("2026-06-30T19:00:00Z")),
                        new OfficialAuthor("vk:-9", null, null));
    }

    @Test
    void optionalColumnsMayBeMissingAndStandInAnyOrder() throws IOException {
        RegistryFile read =
                read(
                        "\uFEFFname,platform,communityId,agencyName,agencyId\r\nN,TELEGRAM,telegram:-1001,A,a\r\n\r\n");

        assertThat(read.problems()).isEmpty();
        assertThat(read.communities()).singleElement().extracting(Community::timeZone).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    vk:143,VK,,N,a,A,,,,,,,            | communityId is vk:143; a page of VK is named like vk:-143.
                    vk:-1,TELEGRAM,,N,a,A,,,,,,,       | communityId is vk:-1; a page of TELEGRAM is named like telegram:-1001234567890.
                    vk:-1,ICQ,,N,a,A,,,,,,,            | platform is ICQ; it is one of [VK, OK, TELEGRAM, MAX].
                    vk:-1,VK,,,a,A,,,,,,,              | name is empty.
                    vk:-1,VK,vk.com/x,N,a,A,,,,,,,     | url is vk.com/x; it begins with https:// or is empty.
                    vk:-1,VK,,N,a,A,,,,,Moscow,,       | timeZone is Moscow; it is a name like Europe/Moscow, no offset, or empty.
                    vk:-1,VK,,N,a,A,,,,,UTC+10,,       | timeZone is UTC+10; it is a name like Europe/Moscow, no offset, or empty.
                    vk:-1,VK,,N,a,A,,,,,,id5,          | officialAuthors has an entry that is not like vk:12345
                    vk:-1,VK,,N,a,A,,,,,,ok:5,         | officialAuthors has an account of ok on a page of VK.
                    vk:-1,VK,,N,a,A,,,,,,vk:5@2026-13-01/, | officialAuthors has a day 2026-13-01; write it like 2026-01-31.
                    vk:-1,VK,,N,a,A,,,,,,vk:5@2026-02-01/2026-01-01, | officialAuthors has an account that ends before it begins.
                    vk:-1,VK,,N,a,A,,                  | 8 columns where the header has 13; put values with commas in quotes.
                    vk:-77,VK,,N,a,A,,,,,,,            | vk:-77 stands already in line 2; leave one of them.
                    """)
    void aBadLineIsNamedAndTheOthersAreRead(String line, String sentence) throws IOException {
        RegistryFile read =
                read(
                        HEADER
                                + "vk:-77,VK,,\"Two\nlines\",a,A,,,,,,,\n"
                                + line
                                + "\nvk:-78,VK,,N,a,A,,,,,,,\n");

        assertThat(read.communities())
                .extracting(Community::communityId)
                .containsExactly("vk:-77", "vk:-78");
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().get(0).line()).isEqualTo(4);
        assertThat(read.problems().get(0).sentence()).startsWith(sentence);
    }

    @Test
    void allThatIsWrongWithALineIsToldAtOnce() throws IOException {
        RegistryFile read = read(HEADER + "vk:5,VKK,vk.com/x,,a,A,,,,,Moscow,,\n");

        assertThat(read.badLines()).isEqualTo(1);
        assertThat(read.problems())
                .extracting(RegistryProblem::sentence)
                .containsExactly(
                        "platform is VKK; it is one of [VK, OK, TELEGRAM, MAX].",
                        "url is vk.com/x; it begins with https:// or is empty.",
                        "name is empty.",
                        "timeZone is Moscow; it is a name like Europe/Moscow, no offset, or empty.");
    }

    @Test
    void aForeignHeaderIsToldOfTheMapping() {
        assertThatThrownBy(() -> read("Название,Ссылка\nШкола,https://vk.com/school1\n"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--mapping FILE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    communityId:platform:name:agencyId:agencyName | has no column agencyId, agencyName, communityId, name, platform; its first line
                    communityId,platform,name,agencyId,agencyName,color | has a column color that no register has
                    communityId,platform,name,name,agencyId,agencyName | The header of
                    """)
    void aFileWithAnotherHeaderIsNoRegister(String header, String sentence) {
        assertThatThrownBy(() -> read(header + "\n"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aPageCountsFromItsFirstToTheEndOfItsLastDay() throws IOException {
        RegistryFile read =
                read(
                        """
                        communityId,platform,name,agencyId,agencyName,timeZone,validFrom,validTo
                        vk:-1,VK,One,a,A,Europe/Moscow,2026-01-01,2026-06-30
                        vk:-2,VK,Two,a,A,,,
                        vk:-3,VK,Three,a,A,,2026-07-01,2026-06-30
                        vk:-4,VK,Four,a,A,,1.07.2026,
                        """);

        assertThat(read.communities())
                .extracting(Community::validFrom)
                .containsExactly(Instant.parse("2025-12-31T21:00:00Z"), null);
        assertThat(read.communities())
                .extracting(Community::validTo)
                .containsExactly(Instant.parse("2026-06-30T21:00:00Z"), null);
        assertThat(read.problems())
                .extracting(RegistryProblem::sentence)
                .containsExactly(
                        "The page ends before it begins: see validFrom, validTo.",
                        "validFrom has a day 1.07.2026; write it like 2026-01-31.");
    }

    @Test
    void aFileOfNoKnownEncodingIsNamed() throws IOException {
        Path file = folder.resolve("spreadsheet.csv");
        Files.write(file, new byte[] {'P', 'K', (byte) 0x98, 4});

        assertThatThrownBy(() -> csv().read(file))
                .isInstanceOf(CommandException.class)
                .hasMessageEndingWith("is neither UTF-8 nor Windows-1251; save it as CSV.");
    }

    @Test
    void anOpenQuoteIsSaid() {
        assertThatThrownBy(() -> read(HEADER + "vk:-1,VK,,\"N,a,A,,,,,,,\n"))
                .isInstanceOf(CommandException.class)
                .hasMessageEndingWith("check its quotes.");
    }

    private RegistryFile read(String text) throws IOException {
        Path file = folder.resolve("registry.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return csv().read(file);
    }

    private static RegistryReader csv() {
        return new RegistryReader(id -> "hash of " + id, NOW, null, null, null);
    }
}
