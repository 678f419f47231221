package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Decision;
import io.otklik.language.Kind;
import io.otklik.language.MessageReader;
import io.otklik.language.ThreadContext;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindModelFile;
import io.otklik.language.rules.RuleBook;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KindTrainingTest {

    private static final RuleBook RULES = RuleBook.bundled();
    private static final String[] APPEALS = {
        "Уберите мусор у дома", "Почините фонарь во дворе", "Когда включат воду?"
    };
    private static final String[] THANKS = {
        "Спасибо за праздник", "Благодарим за концерт!", "Спасибо большое 👍"
    };

    @Test
    void theSameExamplesGiveTheSameBytes() throws IOException {
        assertThat(file(train())).isEqualTo(file(train()));
    }

    @Test
    void whatWasLearnedIsFoundAndSurvivesTheFile() throws IOException {
        KindModelFile.Named named = KindModelFile.read(new ByteArrayInputStream(file(train())));
        KindFigures figures =
                new KindEvaluation(RULES, List.of(), false, text -> {})
                        .of(new MessageReader(RULES, named.model(), "test"), threads())
                        .get("model");

        assertThat(figures.messages()).isEqualTo(60);
        assertThat(figures.needsAnswer().f1()).isEqualTo(1);
        assertThat(figures.accuracy()).isEqualTo(1);
        assertThat(figures.worst()).isEmpty();
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] file = file(train());
        file[20] ^= 1;

        assertThatThrownBy(() -> KindModelFile.read(new ByteArrayInputStream(file)))
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> KindModelFile.read(new ByteArrayInputStream("model?".getBytes())))
                .hasMessageContaining("no model");
    }

    private static KindModel train() {
        return new KindTraining(RULES).train(threads(), List.of());
    }

    private static byte[] file(KindModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KindModelFile.write(model, out);
        return out.toByteArray();
    }

    @Test
    void anExportOfAppealsAloneDoesNotMakeEverythingAnAppeal() {
        List<LabelledThread> export = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            export.add(
                    new LabelledThread(
                            "export",
                            "export/" + i,
                            List.of(message("e" + i, APPEALS[i % 3] + " " + i, Kind.APPEAL))));
        }
        KindTraining training = new KindTraining(RULES);
        MessageReader reader = new MessageReader(RULES, training.train(export, threads()), "t");

        assertThat(decide(reader, THANKS[0]).needsAnswer()).isLessThan(0.3);
        assertThat(decide(reader, APPEALS[0]).needsAnswer()).isGreaterThan(0.7);
        assertThatThrownBy(() -> training.train(export, List.of()))
                .hasMessageContaining("All labelled messages need an answer");
    }

    private static Decision decide(MessageReader reader, String text) {
        return reader.decide(reader.read(text), ThreadContext.FIRST_LEVEL);
    }

    private static List<LabelledThread> threads() {
        List<LabelledThread> threads = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            threads.add(
                    new LabelledThread(
                            "test",
                            "test/" + i,
                            List.of(
                                    message("a" + i, APPEALS[i % 3], Kind.APPEAL),
                                    message("t" + i, THANKS[i % 3], Kind.THANKS))));
        }
        return threads;
    }

    private static LabelledMessage message(String id, String text, Kind kind) {
        Label label = new Label(kind, null, null, null, null, null, null);
        return new LabelledMessage(
                id, null, null, null, AuthorRole.RESIDENT, false, text, null, label);
    }
}
