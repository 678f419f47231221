package io.otklik.local.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

import javax.xml.parsers.DocumentBuilderFactory;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ServerProcessTest {

    @TempDir private Path folder;

    @Test
    void theServersConfigurationIsXmlAndKeepsToThisMachine() throws Exception {
        String xml =
                ServerProcess.xml(Path.of("/data/a & b"), Path.of("/log/clickhouse.log"), 18123);

        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(text(document, "listen_host")).isEqualTo("127.0.0.1");
        assertThat(text(document, "http_port")).isEqualTo("18123");
        assertThat(text(document, "path")).isEqualTo("/data/a & b/");
        assertThat(document.getElementsByTagName("tcp_port").getLength()).isZero();
    }

    @Test
    void theProgramIsLookedForOnThePath() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        String path = "" + folder + File.pathSeparator + bin;

        assertThat(ServerProcess.onPath(path)).isEmpty();
        Path program = Files.createFile(bin.resolve("clickhouse"));
        assertThat(ServerProcess.onPath(path)).as("not executable").isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(ServerProcess.onPath(path)).contains(program);
    }

    private static String text(Document document, String name) {
        return document.getElementsByTagName(name).item(0).getTextContent();
    }
}
