package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadFoldsTest {

    private static final String LONG_TEXT = "Почему до сих пор не убрали снег во дворе дома 5?";

    @Test
    void everyThreadStandsInOnePartAndPartsAreOfASize() {
        List<List<LabelledThread>> parts = ThreadFolds.split(threads("Спасибо!"), 5, 1);

        assertThat(parts).hasSize(5).allSatisfy(part -> assertThat(part).hasSize(4));
        assertThat(parts.stream().flatMap(List::stream).map(LabelledThread::id))
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(ThreadFolds.split(threads("Спасибо!"), 5, 1)).isEqualTo(parts);
    }

    @Test
    void threadsWithTheSameLongTextStayTogether() {
        List<List<LabelledThread>> parts = ThreadFolds.split(threads(LONG_TEXT), 5, 1);

        assertThat(parts).filteredOn(part -> !part.isEmpty()).hasSize(1);
    }

    private static List<LabelledThread> threads(String text) {
        List<LabelledThread> threads = new ArrayList<>();
        Stream.iterate(0, i -> i + 1)
                .limit(20)
                .forEach(
                        i ->
                                threads.add(
                                        new LabelledThread("t", "t/" + i, List.of(message(text)))));
        return threads;
    }

    private static LabelledMessage message(String text) {
        Label label = new Label(Kind.APPEAL, null, null, null, null, null, null);
        return new LabelledMessage(
                "1", null, null, null, AuthorRole.RESIDENT, false, text, null, label);
    }
}
