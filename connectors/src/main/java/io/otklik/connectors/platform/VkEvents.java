package io.otklik.connectors.platform;

import java.util.Set;

/** The events of VK's Callback API that say nothing about a wall's messages or their counters. */
final class VkEvents {

    /** By name, as VK's API schema 5.199 and its page on community events list them. */
    private static final Set<String> IGNORED =
            Set.of(
                    "app_payload",
                    "audio_new",
                    "board_post_delete",
                    "board_post_edit",
                    "board_post_new",
                    "board_post_restore",
                    "confirmation",
                    "donut_money_withdraw",
                    "donut_money_withdraw_error",
                    "donut_subscription_cancelled",
                    "donut_subscription_create",
                    "donut_subscription_expired",
                    "donut_subscription_price_changed",
                    "donut_subscription_prolonged",
                    "group_change_photo",
                    "group_change_settings",
                    "group_join",
                    "group_leave",
                    "group_officers_edit",
                    "lead_forms_new",
                    "market_comment_delete",
                    "market_comment_edit",
                    "market_comment_new",
                    "market_comment_restore",
                    "market_order_edit",
                    "market_order_new",
                    "message_allow",
                    "message_deny",
                    "message_edit",
                    "message_event",
                    "message_new",
                    "message_reaction_event",
                    "message_read",
                    "message_reply",
                    "message_typing_state",
                    "messages_edit",
                    "photo_comment_delete",
                    "photo_comment_edit",
                    "photo_comment_new",
                    "photo_comment_restore",
                    "photo_new",
                    "poll_vote_new",
                    "user_block",
                    "user_unblock",
                    "video_comment_delete",
                    "video_comment_edit",
                    "video_comment_new",
                    "video_comment_restore",
                    "video_new",
                    "vkpay_transaction",
                    "wall_schedule_post_delete",
                    "wall_schedule_post_new");

    /** Likes of these are documented and stand on no wall message. */
    private static final Set<String> OTHER_LIKED =
            Set.of(
                    "market",
                    "market_comment",
                    "note",
                    "photo",
                    "photo_comment",
                    "topic_comment",
                    "video",
                    "video_comment");

    private VkEvents() {}

    static Set<String> ignored() {
        return IGNORED;
    }

    static boolean isIgnored(String type) {
        return IGNORED.contains(type);
    }

    static boolean isOtherLiked(String objectType) {
        return OTHER_LIKED.contains(objectType);
    }
}
