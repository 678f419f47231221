package io.otklik.cli;

import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

/** In an order: the topic remembers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegistryITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    private static final String HEADER =
            "communityId,platform,name,agencyId,agencyName,officialAuthors\n";

    @TempDir private Path folder;

    @Test
    @Order(1)
    void onlyWhatChangedIsSentAndNoPlainIdOfAPersonLeaves() throws IOException {
        Path register = folder.resolve("registry.csv");
        Files.writeString(
                register,
                HEADER + "vk:-1,VK,One,a,A,vk:424242\ntelegram:-1002,TELEGRAM,Two,b,B,\n");

        assertThat(imported(register).out()).isEqualTo("2 pages: 2 sent, 0 unchanged.\n");
        assertThat(imported(register).out()).isEqualTo("2 pages: 0 sent, 2 unchanged.\n");

        Files.writeString(
                register, HEADER + "vk:-1,VK,One renamed,a,A,vk:424242\nvk:1,VK,bad,a,A,\n");
        Run refused = imported(register);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        register
                                + ":3: communityId is vk:1; a page of VK is named like vk:-143.\n"
                                + "Nothing was imported: 1 bad line of 2; mend the file or give --skip-bad.\n");
        Run skipped = imported(register, "--skip-bad", "--json");
        assertThat(skipped.code()).isZero();
        assertThat(skipped.out()).contains("\"sent\" : 1").contains("\"bad\" : 1");

        Run list = Run.of("registry", "list", "--kafka", KAFKA.bootstrapServers());
        assertThat(list.out())
                .contains("One renamed")
                .contains("(and 1 account)")
                .contains("telegram:-1002")
                .endsWith("2 pages.\n");
        assertThat(KAFKA.readCommitted(Topic.COMMUNITY.topicName(), 3))
                .allSatisfy(
                        record ->
                                assertThat(new String(record.value(), StandardCharsets.UTF_8))
                                        .doesNotContain("424242"));

        Files.writeString(
                register,
                "communityId,platform,name,agencyId,agencyName,subscribers\nvk:-9,VK,Nine,a,A,1520\n");
        assertThat(imported(register, "--observed-at", "2026-11-01T06:00:00Z").out())
                .isEqualTo("1 page: 1 sent, 0 unchanged; followers of 1 page.\n");
        assertThat(KAFKA.readCommitted(Topic.AUDIENCE.topicName(), 1))
                .singleElement()
                .satisfies(
                        record ->
                                assertThat(new String(record.value(), StandardCharsets.UTF_8))
                                        .isEqualTo(
                                                "{\"communityId\":\"vk:-9\",\"observedAt\":\"2026-11-01T06:00:00.000Z\",\"subscribers\":1520}"));
    }

    @Test
    @Order(2)
    void theWholeRegisterTakesOutWhatItDoesNotName() throws IOException {
        String header = "communityId,platform,name,agencyId,agencyName,region\n";
        Path register = folder.resolve("registry.csv");
        Files.writeString(
                register,
                header
                        + "vk:-501,VK,One,a,A,Край\nvk:-502,VK,Two,a,A,Край\nvk:-503,VK,Three,a,A,Область\n");
        imported(register);

        Files.writeString(register, header + "vk:-501,VK,One,a,A,Край\nvk:1,VK,Bad,a,A,Край\n");
        assertThat(imported(register, "--whole", "--skip-bad").err())
                .endsWith(
                        "Nothing was imported: 1 bad line, and --whole would take out what stands there; mend the file.\n");
        Files.writeString(register, header + "vk:-501,VK,One,a,A,Край\n");
        assertThat(imported(register, "--whole").out())
                .isEqualTo("1 page: 0 sent, 1 unchanged; 1 taken out.\n");
        assertThat(imported(register, "--whole").out()).isEqualTo("1 page: 0 sent, 1 unchanged.\n");
        assertThat(Run.of("registry", "list", "--kafka", KAFKA.bootstrapServers()).out())
                .containsPattern("vk:-502 .* \\(until \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\\)");
    }

    private Run imported(Path register, String... more) throws IOException {
        Path key = folder.resolve("author.key");
        Files.writeString(key, "0123456789abcdef0123456789abcdef");
        String[] words = {
            "registry",
            "import",
            register.toString(),
            "--kafka",
            KAFKA.bootstrapServers(),
            "--author-key-file",
            key.toString()
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Run.of(all);
    }
}
