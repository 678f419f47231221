package io.otklik.local.flink;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

class FlinkErrorsTest {

    @Test
    void theInnermostCauseIsTheSentence() {
        String body =
                """
                {"errors":["Internal server error.","<Exception on server side:\\n\
                org.apache.flink.client.program.ProgramInvocationException: The main method caused an error\\n\
                \\tat x\\nCaused by: java.lang.IllegalArgumentException: Option --kafka needs a value.\\n\\tat y\\n\
                \\nEnd of exception on server side>"]}
                """;

        assertThat(FlinkErrors.sentence(400, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Option --kafka needs a value.");
    }

    @Test
    void anotherServersAnswerGivesTheCode() {
        assertThat(FlinkErrors.sentence(502, "<html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("HTTP 502.");
        assertThat(FlinkErrors.sentence(404, "{\"errors\":[]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("HTTP 404.");
    }
}
