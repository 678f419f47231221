package io.otklik.connectors.platform;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.MalformedPayloadException;

/** Who wrote a message of a discussion group. */
record TelegramAuthor(String id, AuthorKind kind) {

    /**
     * A message that was sent in the name of a chat carries a made-up user beside that chat. The
     * group itself stands for its anonymous administrators, who speak for the page; any other chat
     * counts as another community until its thread is known to be that channel's own.
     */
    static TelegramAuthor of(JsonObject message, long group, Pseudonymizer pseudonymizer)
            throws MalformedPayloadException {
        JsonObject chat = message.optionalObject("sender_chat");
        if (chat != null) {
            long id = TelegramIds.id(chat);
            return new TelegramAuthor(
                    TelegramIds.chat(id),
                    id == group ? AuthorKind.COMMUNITY : AuthorKind.OTHER_COMMUNITY);
        }
        long user = TelegramIds.id(message.requiredObject("from"));
        return new TelegramAuthor(TelegramIds.person(user, pseudonymizer), AuthorKind.PERSON);
    }
}
