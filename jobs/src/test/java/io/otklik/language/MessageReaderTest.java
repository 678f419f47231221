package io.otklik.language;

import io.otklik.schemas.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed model and rule books together, on first comments under a post that asks nothing.
 */
class MessageReaderTest {

    private static final MessageReader READER = MessageReader.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Прорвало трубу на Мира, кипяток на дорогу",
                "Рухнула плита с балкона",
                "Замерзаем! Батареи холодные",
                "Угарный газ в квартирах, тяга обратная"
            })
    void aDangerThatIsOnlyToldOfIsSeen(String text) {
        Decision decision = first(text);

        assertThat(decision.kind()).isEqualTo(Kind.APPEAL);
        assertThat(decision.urgency()).isEqualTo(Urgency.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"воды нет(((", "гвс нет мира 5", "Ждём ответа"})
    void nobodyGoesOnWithWhatNobodyAsked(String text) {
        assertThat(first(text).kind()).isNotEqualTo(Kind.FOLLOW_UP);
    }

    @Test
    void whereSomebodyAskedOneCanGoOn() {
        ThreadReader thread = new ThreadReader("1", READER);
        thread.note(message("1", null, "page", AuthorRole.OFFICIAL, "Новости"), Kind.OFFICIAL);
        thread.note(message("2", "1", "a", AuthorRole.RESIDENT, "Где урна?"), Kind.APPEAL);

        Decision decision = thread.next(message("3", "2", "a", AuthorRole.RESIDENT, "ждём ответа"));

        assertThat(decision.kind()).isEqualTo(Kind.FOLLOW_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Здравствуйте", "Добрый день!"})
    void aGreetingAloneAsksNothing(String text) {
        assertThat(first(text).needsAnswer()).isLessThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Спасибо за ремонт, но фонари у школы не горят",
                "Молодцы, только остановку забыли поставить",
                "Спасибо что починили, но свет опять пропал",
                "Спасибо за заботу, сидим без воды"
            })
    void praiseMayTurnIntoAnAppeal(String text) {
        assertThat(first(text).kind()).isEqualTo(Kind.APPEAL);
    }

    /** Else every «спасибо» with a word more would open what was answered again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Спасибо большое! Теперь светло.",
                "Спасибо! Вот теперь порядок.",
                "Спасибо, всё починили",
                "Спасибо за оперативность! Свет дали, во дворе светло.",
                "Благодарю, вода пошла"
            })
    void thanksForAnAnswerGoOnWithNothing(String text) {
        ThreadReader thread = new ThreadReader("1", READER);
        thread.note(message("1", null, "page", AuthorRole.OFFICIAL, "Новости"), Kind.OFFICIAL);
        thread.note(
                message("2", "1", "a", AuthorRole.RESIDENT, "Когда починят фонари на Садовой 12?"),
                Kind.APPEAL);
        thread.note(
                message("3", "2", "page", AuthorRole.OFFICIAL, "Освещение восстановлено."),
                Kind.OFFICIAL);

        Decision decision = thread.next(message("4", "3", "a", AuthorRole.RESIDENT, text));

        assertThat(decision.kind()).isEqualTo(Kind.THANKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Займы на карту без отказа, звоните", "Приглашаю на массаж, запись в лс"})
    void aPrivateOfferIsSpam(String text) {
        assertThat(first(text).kind()).isEqualTo(Kind.SPAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Здравствуйте! %s",
                "Добрый день! %s",
                "Уважаемая администрация! %s",
                "%s Заранее спасибо.",
                "%s С уважением, Иванова Т.П.",
                "%s https://vk.com/photo-1_2",
                "Здравствуйте! %s Заранее благодарю! С уважением, Ольга"
            })
    void aFrameOfPolitenessChangesNothing(String frame) {
        for (String asked :
                List.of(
                        "На ёлке у школы не горит гирлянда.",
                        "Когда отремонтируют дорогу на Лесной?",
                        "Уберите мусор у дома 5 по Садовой!",
                        "Во сколько начало концерта?")) {
            Decision plain = first(asked);
            Decision framed = first(frame.formatted(asked));

            assertThat(framed.kind()).as(asked).isEqualTo(plain.kind()).isEqualTo(Kind.APPEAL);
            assertThat(framed.groups().get(0).group())
                    .as(asked)
                    .isEqualTo(plain.groups().get(0).group());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Балкон обвалился",
                "Скользко, люди падают",
                "Угарный газ, соседи отравились",
                "Тонет человек",
                "Свет вырубили"
            })
    void aDangerInAFewWordsIsAnUrgentAppeal(String text) {
        Decision decision = first(text);

        assertThat(decision.kind()).isEqualTo(Kind.APPEAL);
        assertThat(decision.urgency()).isEqualTo(Urgency.HIGH);
    }

    @Test
    void whoGoesOnWithAnUrgentAppealSpeaksOfTheSameDanger() {
        assertThat(goesOn("Второй день нет воды на Мира 5!", "ждём ответа").urgency())
                .isEqualTo(Urgency.HIGH);
        assertThat(goesOn("Почините лавочку на Мира 5!", "ждём ответа").urgency())
                .isEqualTo(Urgency.NORMAL);
    }

    private static Decision goesOn(String appeal, String further) {
        ThreadReader thread = new ThreadReader("1", READER);
        thread.note(message("1", null, "page", AuthorRole.OFFICIAL, "Новости"), Kind.OFFICIAL);
        thread.note(message("2", "1", "a", AuthorRole.RESIDENT, appeal), Kind.APPEAL);
        Decision decision = thread.next(message("3", "2", "a", AuthorRole.RESIDENT, further));
        assertThat(decision.kind()).isEqualTo(Kind.FOLLOW_UP);
        return decision;
    }

    private static Decision first(String text) {
        ThreadReader thread = new ThreadReader("1", READER);
        thread.note(
                message("1", null, "page", AuthorRole.OFFICIAL, "Глава района провёл встречу"),
                Kind.OFFICIAL);
        return thread.next(message("2", "1", "a", AuthorRole.RESIDENT, text));
    }

    private static ThreadMessage message(
            String id, String parent, String author, AuthorRole role, String text) {
        return new ThreadMessage(id, parent, null, author, role, parent == null, READER.read(text));
    }
}
