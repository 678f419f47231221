package io.otklik.local.kafka;

import io.otklik.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Creates the project's topics where they are missing. */
public final class Topics {

    private Topics() {}

    /**
     * Creates those topics that the broker does not have, with the settings of {@link Topic}; one
     * that exists is left as it is.
     *
     * @return names of the topics that were created
     */
    public static List<String> ensure(Admin admin, Collection<Topic> topics, int partitions)
            throws InterruptedException, ExecutionException {
        Collection<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing =
                topics.stream()
                        .filter(topic -> !existing.contains(topic.topicName()))
                        .map(topic -> definition(topic.topicName(), partitions, topic.settings()))
                        .toList();
        create(admin, missing);
        return missing.stream().map(NewTopic::name).toList();
    }

    /** A topic of one replica. */
    public static NewTopic definition(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, partitions, (short) 1).configs(settings);
    }

    /** Creates topics; one that another process creates at the same moment counts as created. */
    public static void create(Admin admin, Collection<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
