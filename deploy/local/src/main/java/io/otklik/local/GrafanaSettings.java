package io.otklik.local;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Grafana that is installed on this machine and runs with the stack.
 *
 * @param home the folder that holds its {@code bin} and {@code conf}
 * @param port of its web page
 */
public record GrafanaSettings(String home, int port) {

    /** Asks for no Grafana. */
    public static final GrafanaSettings NONE = new GrafanaSettings("", 0);

    /** Its web page. */
    @JsonIgnore
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * The program: {@code bin/grafana}, as in archives and in Debian's package.
     *
     * @throws LocalStackException if there is none
     */
    Path program() {
        for (String name : List.of("bin/grafana", "grafana")) {
            Path program = Path.of(home).resolve(name);
            if (Files.isExecutable(program) && Files.isRegularFile(program)) {
                return program;
            }
        }
        throw new LocalStackException(
                "%s holds no Grafana (no bin/grafana); give the folder of one, such as /usr/share/grafana."
                        .formatted(home));
    }
}
