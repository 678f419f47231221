package io.otklik.cli.language;

import io.otklik.language.topic.TopicFigures;

import java.util.List;

/**
 * Figures of one source for scripts.
 *
 * @param topicAccuracy null, and left out, where no topic is labelled
 * @param topicAmongThree null, and left out, where no topic is labelled
 */
record TopicSource(
        String source,
        int texts,
        double groupAccuracy,
        double groupAmongThree,
        int labelledTopics,
        Double topicAccuracy,
        Double topicAmongThree,
        List<String> confusions) {

    static TopicSource of(TopicFigures figures) {
        boolean topics = figures.labelledTopics() > 0;
        return new TopicSource(
                figures.source(),
                figures.texts(),
                figures.groupAccuracy(),
                figures.groupAmongThree(),
                figures.labelledTopics(),
                topics ? figures.topicAccuracy() : null,
                topics ? figures.topicAmongThree() : null,
                figures.confusions());
    }
}
