package io.otklik.jobs.appeals;

import io.otklik.connectors.platform.GoldenPayloads;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.connectors.platform.TelegramThreads;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.Message;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands under a post that a channel forwarded from elsewhere, from payload to appeal. */
class TelegramRepostTest {

    @Test
    void aComplaintUnderARepostIsAnAppealToThePage() throws Exception {
        List<PlatformEvent> copy = events("automatic_forward_of_forward");
        Message comment =
                TelegramThreads.resolve(
                        events("comment_to_repost").get(1).message(), copy.get(0).threadLink());
        try (AppealsHarness harness = new AppealsHarness(Duration.ofDays(90))) {

            harness.process(comment);

            Appeal appeal = harness.appeal(comment.messageId());
            assertThat(appeal.communityId()).isEqualTo("telegram:-1001900100001");
            assertThat(appeal.url()).isEqualTo("https://t.me/c/1900200001/101");
        }
    }

    private static List<PlatformEvent> events(String golden) {
        return GoldenPayloads.parse(
                GoldenPayloads.parser("telegram"), GoldenPayloads.bytes("telegram", golden));
    }
}
