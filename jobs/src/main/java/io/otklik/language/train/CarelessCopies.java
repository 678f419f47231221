package io.otklik.language.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A copy of a thread in which messages are written carelessly (most without punctuation, the others
 * with a typo), so that the model does not rely on what people often leave out.
 */
final class CarelessCopies {

    private static final double SHARE_WITHOUT_PUNCTUATION = 0.7;

    private CarelessCopies() {}

    /** The copy; chance comes from {@code random} alone. */
    static LabelledThread of(LabelledThread thread, Random random) {
        List<LabelledMessage> messages = new ArrayList<>(thread.messages().size());
        for (LabelledMessage message : thread.messages()) {
            TextVariant variant = message.post() ? TextVariant.AS_WRITTEN : variant(random);
            messages.add(message.withText(variant.of(message.text(), random)));
        }
        return new LabelledThread(thread.source(), thread.id(), messages);
    }

    private static TextVariant variant(Random random) {
        return random.nextDouble() < SHARE_WITHOUT_PUNCTUATION
                ? TextVariant.NO_PUNCTUATION
                : TextVariant.TYPO;
    }
}
