package io.otklik.cli.replay;

import io.otklik.schemas.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            nullValues = "none",
            textBlock =
                    """
                    VK       | {"type":"wall_post_new","object":{"owner_id":-143,"id":58908}}                          | vk:-143_58908
                    VK       | {"type":"wall_reply_new","object":{"post_owner_id":-143,"post_id":58908,"id":58911}}    | vk:-143_58908
                    VK       | {"type":"wall_reply_delete","object":{"owner_id":-143,"post_id":58908,"id":58911}}      | vk:-143_58908
                    VK       | {"type":"wall_reply_new","group_id":143,"object":{"post_id":58908,"id":58911}}          | vk:-143_58908
                    VK       | {"type":"like_add","object":{"object_owner_id":-143,"object_type":"post","object_id":58908,"post_id":0}} | vk:-143_58908
                    VK       | {"type":"like_add","object":{"object_owner_id":-143,"object_type":"comment","object_id":58911,"post_id":58908}} | vk:-143_58908
                    VK       | {"response":{"items":[{"owner_id":-143,"id":7}]}}                                       | vk:-143_7
                    VK       | {"response":{"items":[{"owner_id":-143,"post_id":7,"id":9}]}}                           | vk:-143_7
                    VK       | {"type":"group_join","group_id":143,"object":{"user_id":5}}                             | none
                    VK       | {"type":"wall_post_new","object":{"owner_id":"-143","id":58908}}                        | none
                    VK       | [1]                                                                                     | none
                    TELEGRAM | {"channel_post":{"message_id":45,"chat":{"id":-100123}}}                                | telegram:-100123_45
                    TELEGRAM | {"message":{"message_id":50,"message_thread_id":46,"chat":{"id":-100124}}}              | telegram:-100124_46
                    TELEGRAM | {"message_reaction_count":{"message_id":45,"chat":{"id":-100123}}}                      | telegram:-100123_45
                    TELEGRAM | {"my_chat_member":{"chat":{"id":-100123}}}                                              | none
                    MESSAGE  | {"threadId":"ok:1_2","messageId":"ok:1_2_3"}                                            | ok:1_2
                    MESSAGE  | {"threadId":7}                                                                          | none
                    AUDIENCE | {"communityId":"ok:1","subscribers":5}                                                  | ok:1
                    AUDIENCE | {"communityId":1}                                                                       | none
                    OK       | {"threadId":"ok:1_2"}                                                                   | none
                    """)
    void payloadsOfAThreadHaveItsKey(ReplayFormat format, String payload, String key)
            throws IOException {
        assertThat(format.key(Json.MAPPER.readTree(payload))).isEqualTo(key);
    }
}
