package io.otklik.language.train;

import java.util.List;
import java.util.function.Consumer;

/** What judges the labelled messages of a thread. */
@FunctionalInterface
interface Classifier {

    /** Tells each labelled message's verdict, in order; labels are not looked at. */
    void judge(LabelledThread thread, Consumer<Judged> verdicts);

    /** What makes a classifier from labelled threads. */
    @FunctionalInterface
    interface Maker {
        Classifier train(List<LabelledThread> threads);
    }
}
