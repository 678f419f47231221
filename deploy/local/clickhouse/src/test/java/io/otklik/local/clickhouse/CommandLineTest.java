package io.otklik.local.clickhouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommandLineTest {

    @Test
    void readsEveryOption(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret\nnote\n");
        ServerConfig config =
                CommandLine.parse(
                        List.of(
                                "--data",
                                "d",
                                "--port",
                                "18123",
                                "--host",
                                "0.0.0.0",
                                "--user",
                                "u",
                                "--password-file",
                                secret.toString(),
                                "--library",
                                "l",
                                "--memory",
                                "512"));
        assertThat(config.data()).isEqualTo(Path.of("d"));
        assertThat(config.port()).isEqualTo(18123);
        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.user()).isEqualTo("u");
        assertThat(config.password()).isEqualTo("s3cret");
        assertThat(config.library()).isEqualTo(Path.of("l"));
        assertThat(config.options().memoryMegabytes()).isEqualTo(512);
        assertThat(config.toString()).doesNotContain("s3cret");
    }

    @Test
    void hasDefaultsForOneMachine() {
        assertThat(CommandLine.parse(List.of("--data", "d", "--port", "0")))
                .isEqualTo(ServerConfig.local(Path.of("d"), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "--data d, Give --data DIR and --port N",
        "--data d --port, Give a value after --port",
        "--data d --port x, Give --port a number from 0 to 65535",
        "--data d --port 70000, Give --port a number from 0 to 65535",
        "--data d --port 1 --memory 5, Give --memory a number from 200",
        "--verbose 1, There is no option --verbose",
        "--data d --port 1 --password-file nowhere, Cannot read the password file nowhere"
    })
    void saysWhatIsWrong(String line, String sentence) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(line.split(" "))))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(sentence);
    }
}
