package io.otklik.jobs;

import io.otklik.jobs.testkit.EveryJob;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The uids and names of each job's operators are those of {@code src/test/resources/operators}: a
 * savepoint finds its state by uid, people and metrics an operator by name. {@code
 * -Dotklik.write=true} writes the lists anew.
 */
class OperatorsTest {

    private static final Path LISTS =
            Path.of(System.getProperty("otklik.home"), "jobs/src/test/resources/operators");

    /** How Flink calls what has no name. */
    private static final Set<String> NO_NAMES =
            Set.of("Process", "KeyedProcess", "Map", "Flat Map", "Filter", "Co-Process", "Sink");

    @ParameterizedTest
    @EnumSource
    void uidsAndNamesStayWhatTheyAre(EveryJob job) throws Exception {
        List<String> operators =
                job.graph().getStreamNodes().stream()
                        .map(node -> node.getTransformationUID() + '\t' + node.getOperatorName())
                        .sorted()
                        .toList();
        Path list = LISTS.resolve(job + ".tsv");
        if (Boolean.getBoolean("otklik.write")) {
            Files.createDirectories(LISTS);
            Files.write(list, operators);
        }
        assertThat(operators).isEqualTo(Files.readAllLines(list));
    }

    @ParameterizedTest
    @EnumSource
    void eachOperatorHasAUidAndANameOfItsOwn(EveryJob job) throws Exception {
        Collection<StreamNode> operators = job.graph().getStreamNodes();
        assertThat(operators)
                .extracting(StreamNode::getTransformationUID)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(operators)
                .extracting(StreamNode::getOperatorName)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(NO_NAMES);
    }
}
