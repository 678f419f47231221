package io.otklik.samples;

import io.otklik.samples.corpus.Corpus;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import io.otklik.schemas.Topic;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrokenPayloadsTest {

    private static final int KINDS = 12;

    private final Page page = new Registry(GeneratorConfig.sample(), Corpus.load()).pages().get(0);

    @Test
    void noneIsAMessage() {
        BrokenPayloads broken = new BrokenPayloads(Topic.RAW_MESSAGE);
        JsonCodec<Message> codec = JsonCodec.of(Message.class);
        for (int i = 0; i < KINDS; i++) {
            SampleEvent event = broken.next(page, 0);
            assertThatThrownBy(() -> codec.decode(event.payload()))
                    .as(new String(event.payload(), StandardCharsets.UTF_8))
                    .isInstanceOf(MalformedPayloadException.class);
        }
    }

    @Test
    void eachPlatformHasTwelveKindsWithoutReceivedAt() {
        for (Topic topic : SampleWriter.FILES.keySet()) {
            BrokenPayloads broken = new BrokenPayloads(topic);
            Set<String> texts = new HashSet<>();
            for (int i = 0; i < KINDS; i++) {
                texts.add(new String(broken.next(page, 0).payload(), StandardCharsets.UTF_8));
            }
            assertThat(texts).hasSize(KINDS).noneMatch(t -> t.contains("receivedAt"));
        }
    }
}
