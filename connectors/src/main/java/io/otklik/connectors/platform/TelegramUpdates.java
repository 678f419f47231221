package io.otklik.connectors.platform;

import java.util.Set;

/** The kinds of updates and of service messages of Telegram's Bot API. */
final class TelegramUpdates {

    /** Updates that say nothing about posts, comments or their reactions. */
    private static final Set<String> IGNORED =
            Set.of(
                    "business_connection",
                    "business_message",
                    "callback_query",
                    "chat_boost",
                    "chat_join_request",
                    "chat_member",
                    "chosen_inline_result",
                    "deleted_business_messages",
                    "edited_business_message",
                    "guest_message",
                    "inline_query",
                    "managed_bot",
                    "message_reaction",
                    "my_chat_member",
                    "poll",
                    "poll_answer",
                    "pre_checkout_query",
                    "purchased_paid_media",
                    "removed_chat_boost",
                    "shipping_query");

    /** Members of a message that mark it as told by Telegram, not written by anybody. */
    private static final Set<String> SERVICE =
            Set.of(
                    "boost_added",
                    "channel_chat_created",
                    "chat_background_set",
                    "chat_owner_changed",
                    "chat_owner_left",
                    "chat_shared",
                    "checklist_tasks_added",
                    "checklist_tasks_done",
                    "connected_website",
                    "delete_chat_photo",
                    "direct_message_price_changed",
                    "forum_topic_closed",
                    "forum_topic_created",
                    "forum_topic_edited",
                    "forum_topic_reopened",
                    "general_forum_topic_hidden",
                    "general_forum_topic_unhidden",
                    "gift",
                    "gift_upgrade_sent",
                    "giveaway_completed",
                    "giveaway_created",
                    "group_chat_created",
                    "left_chat_member",
                    "managed_bot_created",
                    "message_auto_delete_timer_changed",
                    "migrate_from_chat_id",
                    "migrate_to_chat_id",
                    "new_chat_members",
                    "new_chat_photo",
                    "new_chat_title",
                    "paid_message_price_changed",
                    "passport_data",
                    "pinned_message",
                    "poll_option_added",
                    "poll_option_deleted",
                    "proximity_alert_triggered",
                    "refunded_payment",
                    "successful_payment",
                    "suggested_post_approval_failed",
                    "suggested_post_approved",
                    "suggested_post_declined",
                    "suggested_post_paid",
                    "suggested_post_refunded",
                    "supergroup_chat_created",
                    "unique_gift",
                    "users_shared",
                    "video_chat_ended",
                    "video_chat_participants_invited",
                    "video_chat_scheduled",
                    "video_chat_started",
                    "web_app_data",
                    "write_access_allowed");

    private TelegramUpdates() {}

    static Set<String> ignored() {
        return IGNORED;
    }

    static boolean isIgnored(String kind) {
        return IGNORED.contains(kind);
    }

    /** The service member of a message, or null for one that somebody wrote. */
    static String service(JsonObject message) {
        for (int i = 0; i < message.size(); i++) {
            if (SERVICE.contains(message.name(i)) && message.has(message.name(i))) {
                return message.name(i);
            }
        }
        return null;
    }
}
