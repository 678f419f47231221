package io.otklik.language.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A copy of a thread in which some messages are written carelessly (with a typo, without
 * punctuation), so that the model does not rely on what people often leave out.
 */
final class CarelessCopies {

    private static final double SHARE_WITHOUT_PUNCTUATION = 0.3;
    private static final double SHARE_WITH_TYPO = 0.3;

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
        double chance = random.nextDouble();
        if (chance < SHARE_WITHOUT_PUNCTUATION) {
            return TextVariant.NO_PUNCTUATION;
        }
        return chance < SHARE_WITHOUT_PUNCTUATION + SHARE_WITH_TYPO
                ? TextVariant.TYPO
                : TextVariant.AS_WRITTEN;
    }
}
