package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.language.TextReader;
import io.otklik.language.rules.RuleBook;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class KindExamplesTest {

    private static final LabelledMessage QUESTION =
            message("a", null, "Когда починят лифт?", Kind.APPEAL);

    private static final LabelledMessage REPLY = message("b", "a", "И у нас", Kind.FOLLOW_UP);

    private static final LabelledThread THREAD =
            new LabelledThread("test", "test/1", List.of(QUESTION, REPLY));

    @Test
    void whatStandsAboveIsWhatItWasFoundToBe() {
        String key = KindExamples.key(THREAD, QUESTION);
        assertThat(reply(Map.of(key, Kind.APPEAL))).isEqualTo(reply(Map.of()));
        assertThat(reply(Map.of(key, Kind.CHAT))).isNotEqualTo(reply(Map.of()));
    }

    @Test
    void whatAMessageItselfWasFoundToBeChangesNothing() {
        assertThat(reply(Map.of(KindExamples.key(THREAD, REPLY), Kind.CHAT)))
                .isEqualTo(reply(Map.of()));
    }

    private static List<Integer> reply(Map<String, Kind> found) {
        KindExamples examples = new KindExamples(new TextReader(RuleBook.bundled()), found);
        examples.add(THREAD);
        KindExample reply = examples.examples().get(1);
        List<Integer> rows = new ArrayList<>();
        for (int at = 0; at < reply.size(); at++) {
            rows.add(reply.row(at));
        }
        return rows;
    }

    private static LabelledMessage message(String id, String parent, String text, Kind kind) {
        Label label = new Label(kind, null, null, null, null, null, null);
        return new LabelledMessage(
                id, parent, null, null, AuthorRole.RESIDENT, false, text, null, label);
    }
}
