package io.otklik.cli.demo;

import io.otklik.local.kafka.Backlog;
import io.otklik.schemas.Topic;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The way of the data: which topics each job's consumer group works through, in its order. */
final class Way {

    private static final List<Map.Entry<String, List<Topic>>> STEPS =
            List.of(
                    Map.entry(
                            "normalize",
                            List.of(Topic.RAW_VK, Topic.RAW_TELEGRAM, Topic.RAW_MESSAGE)),
                    Map.entry("appeals", List.of(Topic.MESSAGE, Topic.COMMUNITY)),
                    Map.entry("incidents", List.of(Topic.APPEAL)),
                    Map.entry("response", List.of(Topic.APPEAL)),
                    Map.entry("misinformation", List.of(Topic.MESSAGE, Topic.COMMUNITY)),
                    Map.entry(
                            "engagement",
                            List.of(
                                    Topic.MESSAGE,
                                    Topic.COUNTER,
                                    Topic.COMMUNITY,
                                    Topic.AUDIENCE,
                                    Topic.APPEAL)),
                    Map.entry(
                            "store",
                            List.of(
                                    Topic.MESSAGE,
                                    Topic.COUNTER,
                                    Topic.COMMUNITY,
                                    Topic.APPEAL,
                                    Topic.APPEAL_EVENT,
                                    Topic.INCIDENT,
                                    Topic.RESPONSE_WINDOW,
                                    Topic.SUSPICION,
                                    Topic.COPY,
                                    Topic.AUDIENCE,
                                    Topic.ENGAGEMENT_WINDOW,
                                    Topic.DEAD_LETTER)));

    private Way() {}

    /** Whether every job has read all there is. */
    static boolean isWorkedThrough(Backlog backlog)
            throws InterruptedException, ExecutionException {
        for (Map.Entry<String, List<Topic>> step : STEPS) {
            List<String> topics = step.getValue().stream().map(Topic::topicName).toList();
            if (!backlog.isEmpty("otklik-" + step.getKey(), topics)) {
                return false;
            }
        }
        return true;
    }
}
