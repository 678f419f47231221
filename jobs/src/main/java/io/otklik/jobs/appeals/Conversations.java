package io.otklik.jobs.appeals;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The threads that were told last, read and ready to be told on: most messages come while their
 * thread is talked in. No state: what is not here is read from state.
 */
final class Conversations {

    private final int mostMessages;
    private final Map<String, Conversation> byThread = new LinkedHashMap<>(16, .75f, true);
    private int messages;

    /**
     * @param mostMessages of all threads together
     */
    Conversations(int mostMessages) {
        this.mostMessages = mostMessages;
    }

    /** The thread as it was told last; null if that is too long ago. */
    Conversation get(String threadId) {
        return byThread.get(threadId);
    }

    void put(String threadId, Conversation conversation) {
        forget(threadId);
        byThread.put(threadId, conversation);
        messages += conversation.size();
        trim();
    }

    /** One message was added to a thread that is here. */
    void grown() {
        messages++;
        trim();
    }

    void forget(String threadId) {
        Conversation gone = byThread.remove(threadId);
        messages -= gone == null ? 0 : gone.size();
    }

    void clear() {
        byThread.clear();
        messages = 0;
    }

    private void trim() {
        var eldest = byThread.entrySet().iterator();
        while (messages > mostMessages && byThread.size() > 1) {
            messages -= eldest.next().getValue().size();
            eldest.remove();
        }
    }
}
