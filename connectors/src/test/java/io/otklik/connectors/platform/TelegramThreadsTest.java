package io.otklik.connectors.platform;

import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Message;
import org.junit.jupiter.api.Test;

import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TelegramThreadsTest {

    private static final String CHANNEL = "telegram:-1001900100001";
    private static final String GROUP = "telegram:-1001900200001";

    private final PayloadParser parser = GoldenPayloads.parser("telegram");
    private final ThreadLink link = link("automatic_forward");

    @Test
    void aFirstLevelCommentStandsUnderThePost() {
        Message provisional = message("comment");

        Message resolved = TelegramThreads.resolve(provisional, link);

        assertThat(resolved.messageId()).isEqualTo(CHANNEL + "_45_101");
        assertThat(resolved.threadId()).isEqualTo(CHANNEL + "_45");
        assertThat(resolved.parentId()).isEqualTo(CHANNEL + "_45");
        assertThat(resolved.communityId()).isEqualTo(CHANNEL);
        assertThat(resolved.url()).isEqualTo("https://t.me/gorod_n/45?comment=101");
        assertThat(resolved.authorKind()).isEqualTo(AuthorKind.PERSON);
        assertThat(resolved)
                .usingRecursiveComparison()
                .ignoringFields("messageId", "threadId", "parentId", "communityId", "url")
                .isEqualTo(provisional);
    }

    @Test
    void anAnswerToACommentKeepsItsParent() {
        Message resolved = TelegramThreads.resolve(message("comment_to_comment"), link);

        assertThat(resolved.messageId()).isEqualTo(CHANNEL + "_45_103");
        assertThat(resolved.parentId()).isEqualTo(CHANNEL + "_45_101");
    }

    @Test
    void theChannelIsThePageUnderItsOwnPost() {
        Message provisional = message("comment_by_channel");
        assertThat(provisional.authorKind()).isEqualTo(AuthorKind.OTHER_COMMUNITY);

        Message resolved = TelegramThreads.resolve(provisional, link);

        assertThat(resolved.authorId()).isEqualTo(CHANNEL);
        assertThat(resolved.authorKind()).isEqualTo(AuthorKind.COMMUNITY);
    }

    @Test
    void anAnonymousAdministratorSpeaksForThePage() {
        Message resolved = TelegramThreads.resolve(message("comment_by_anonymous_admin"), link);

        assertThat(resolved.authorId()).isEqualTo(GROUP);
        assertThat(resolved.authorKind()).isEqualTo(AuthorKind.COMMUNITY);
    }

    @Test
    void withoutALinkToThePostTheCommentKeepsItsOwn() {
        ThreadLink bare = new ThreadLink(GROUP + "_100", CHANNEL, CHANNEL + "_45", null);

        assertThat(TelegramThreads.resolve(message("comment"), bare).url())
                .isEqualTo("https://t.me/c/1900200001/101");
    }

    @Test
    void underAPostThatTheChannelForwardedACommentIsThePagesToo() {
        ThreadLink repost = link("automatic_forward_of_forward");

        Message resolved = TelegramThreads.resolve(message("comment_to_repost"), repost);

        assertThat(link("comment_to_repost")).isEqualTo(repost);
        assertThat(resolved.communityId()).isEqualTo(CHANNEL);
        assertThat(resolved.threadId()).isEqualTo(CHANNEL + "_-1001900200001.100");
        assertThat(resolved.messageId()).isEqualTo(resolved.threadId() + "_101");
        assertThat(resolved.parentId()).isEqualTo(resolved.threadId());
        assertThat(resolved.url()).isEqualTo("https://t.me/c/1900200001/101");
    }

    @Test
    void everyWayOfShowingTheCopyGivesTheSameLink() {
        assertThat(link("automatic_forward_old")).isEqualTo(link);
        assertThat(link("comment")).isEqualTo(link);
    }

    @Test
    void anotherThreadsLinkIsRefused() {
        ThreadLink other = new ThreadLink(GROUP + "_200", CHANNEL, CHANNEL + "_46", null);

        assertThatThrownBy(() -> TelegramThreads.resolve(message("comment"), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(GROUP + "_100")
                .hasMessageContaining(GROUP + "_200");
    }

    private Message message(String golden) {
        return GoldenPayloads.parse(parser, GoldenPayloads.bytes("telegram", golden)).stream()
                .map(PlatformEvent::message)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private ThreadLink link(String golden) {
        return GoldenPayloads.parse(parser, GoldenPayloads.bytes("telegram", golden)).stream()
                .map(PlatformEvent::threadLink)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
