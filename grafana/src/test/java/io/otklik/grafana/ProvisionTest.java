package io.otklik.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.grafana.file.Dashboard;
import io.otklik.grafana.file.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code provision.sh} puts before a starting Grafana. */
class ProvisionTest {

    @TempDir private Path folder;

    /** Grafana makes a number of a chat that it reads from its environment, and does not start. */
    @Test
    void theChatOfTelegramIsWrittenInAsText() throws Exception {
        assertThat(provision("-1001234567890")).isZero();

        JsonNode chat = telegram().path("settings").path("chatid");
        assertThat(chat.isTextual()).isTrue();
        assertThat(chat.asText()).isEqualTo("-1001234567890");
        assertThat(telegram().path("settings").path("bottoken").asText())
                .as("a secret is read from the environment")
                .isEqualTo("${OTKLIK_TELEGRAM_TOKEN}");
    }

    @Test
    void aChatByItsNameIsWrittenInToo() throws Exception {
        assertThat(provision("@control_centre")).isZero();

        assertThat(telegram().path("settings").path("chatid").asText())
                .isEqualTo("@control_centre");
    }

    @Test
    void whatIsNoChatIsRefused() throws Exception {
        assertThat(provision("https://t.me/centre")).isEqualTo(1);
    }

    private JsonNode telegram() throws IOException {
        String text = Files.readString(folder.resolve("made/alerting/contact-telegram.json"));
        return Dashboard.parse(text).path("contactPoints").get(0).path("receivers").get(0);
    }

    private int provision(String chat) throws IOException, InterruptedException {
        ProcessBuilder script =
                new ProcessBuilder(
                                "sh",
                                Folders.COMMITTED.resolve("provision.sh").toString(),
                                folder.resolve("made").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said.txt").toFile());
        script.environment().put("OTKLIK_TELEGRAM_TOKEN", "secret");
        script.environment().put("OTKLIK_TELEGRAM_CHAT", chat);
        return script.start().waitFor();
    }
}
