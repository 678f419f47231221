package io.otklik.language.answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTargetsTest {

    private static final String POST = "post";
    private static final double ASKS = 0.9;
    private static final double TALKS = 0.1;

    private final AnswerTargets thread = new AnswerTargets(POST);
    private Instant now = Instant.parse("2025-04-16T08:00:00Z");

    @Test
    void answersTheCommentThatItRepliesTo() {
        resident("a", null, null, "anna", "Когда починят фонарь у дома 5?", ASKS);
        resident("b", null, null, "boris", "Почему не вывозят мусор?", ASKS);

        assertThat(answer("x", "a", null, "Фонарь починят завтра.")).containsExactly("a");
    }

    @Test
    void answersTheMessageDownTheBranchThatWaits() {
        resident("a", null, null, "anna", "Когда починят фонарь у дома 5?", ASKS);
        answer("x", "a", null, "Завтра.");
        resident("b", "a", null, "boris", "А у дома 7 когда?", ASKS);

        assertThat(answer("y", "a", null, "Тоже завтра.")).containsExactly("b");
    }

    @Test
    void aWordToAllAnswersAllWhoAskedForThatAndNobodyElse() {
        resident("a", null, null, "anna", "Когда дадут отопление? В доме 5 холодно", ASKS);
        resident("b", null, null, "boris", "На Садовой тоже нет отопления третий день", ASKS);
        resident("c", null, null, "vera", "Яма на Гагарина, разобью машину", ASKS);

        assertThat(answer("x", null, null, "Уважаемые жители! Авария устранена, отопление подано."))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(answer("y", null, null, "Дорогие друзья, ждём вас на концерте!")).isEmpty();
    }

    @Test
    void aWordToAllAnswersAlsoWhoJoinsIn() {
        resident("a", null, null, "anna", "Когда дадут воду?", ASKS);
        resident("b", null, null, "boris", "На Полевой тоже сухо", ASKS);

        assertThat(answer("x", null, null, "Уважаемые жители! Порыв устранён, вода подаётся."))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void comparesWordsInAnyFormAndMattersInOtherWords() {
        resident("a", null, null, "anna", "Почему не горит фонарь?", ASKS);
        resident("b", null, null, "boris", "Баки у дома переполнены", ASKS);
        resident("c", null, null, "vera", "Когда покрасят забор?", ASKS);

        assertThat(answer("x", null, null, "Вывоз ТКО выполнен.")).containsExactly("b");
        assertThat(answer("y", null, null, "По освещению заявка передана.")).containsExactly("a");
    }

    @Test
    void inABranchTheHouseTellsWhoIsMeant() {
        resident("a", null, null, "anna", "Нет воды Садовая 5", ASKS);
        resident("b", "a", null, "boris", "у нас тоже Садовая 7", ASKS);
        resident("c", "a", null, "vera", "и на Садовой 9", ASKS);

        assertThat(answer("x", "a", null, "Садовая, 7 — вода подана.")).containsExactly("b");
    }

    @Test
    void aWordToAllBeginsTheText() {
        assertThat(TalkReading.of("📌 Соседи! Авария устранена").toAll()).isTrue();
        assertThat(TalkReading.of("Авария устранена, соседи помогли").toAll()).isFalse();
    }

    @Test
    void passesOverTalkOfResidents() {
        resident("a", null, null, "anna", "Когда починят фонарь у дома 5?", ASKS);
        resident("b", "a", "anna", "boris", "Да никогда, не ждите", TALKS);

        assertThat(answer("x", "a", null, "Починят завтра.")).containsExactly("a");
    }

    @Test
    void followsThePlatformsWordOfWhomItAddresses() {
        resident("a", null, null, "anna", "Когда починят фонарь?", ASKS);
        resident("b", "a", null, "boris", "А ворота когда?", ASKS);

        assertThat(answer("x", "a", "anna", "Завтра.")).containsExactly("a");
        assertThat(answer("y", "a", "boris", "Послезавтра.")).containsExactly("b");
    }

    @Test
    void learnsFromRepliesWhoIsCalledByName() {
        resident("a", null, null, "anna", "Когда починят фонарь?", ASKS);
        resident("b", "a", "anna", "boris", "Анна, поддерживаю!", TALKS);
        resident("c", "a", null, "vera", "И ворота не работают, когда почините?", ASKS);

        assertThat(answer("x", "a", null, "Анна, добрый день! Завтра.")).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id", "vk:"})
    void followsTheNumberOfAMention(String platform) {
        resident("a", null, null, platform + "11", "Когда починят фонарь?", ASKS);
        resident("b", "a", null, platform + "22", "А ворота когда?", TALKS);
        resident("c", "a", null, platform + "122", "И калитка сломана, когда почините?", ASKS);

        assertThat(answer("x", "a", null, "[id22|Борис], завтра.")).containsExactly("b");
        assertThat(answer("y", "a", null, "[id11|Анна], завтра.")).containsExactly("a");
    }

    @Test
    void ofTwoWithOneNameTheNumberTells() {
        resident("a", null, null, "11", "Когда починят фонарь?", ASKS);
        resident("b", "a", null, "22", "А ворота когда?", TALKS);
        resident("c", "b", "22", "33", "[id22|Анна], тоже жду", TALKS);
        resident("d", "a", "11", "33", "[id11|Анна], и вы тут", TALKS);

        assertThat(answer("x", "a", null, "[id11|Анна], завтра.")).containsExactly("a");
        assertThat(answer("y", "a", null, "[id22|Анна], завтра.")).containsExactly("b");
    }

    @Test
    void learnsWhoIsCalledFromWhatAReplyStandsUnder() {
        resident("a", null, null, null, "Когда починят фонарь?", ASKS);
        resident("b", "a", null, null, "А ворота когда?", TALKS);
        resident("c", "b", null, null, "[id22|Борис], поддерживаю!", TALKS);
        resident("d", "a", null, null, "И калитка сломана, когда почините?", ASKS);

        assertThat(answer("x", "a", null, "[id22|Борис], завтра.")).containsExactly("b");
    }

    @Test
    void aReplyToTheFirstCommentTellsNoName() {
        resident("a", null, null, null, "Фонарь не горит", ASKS);
        resident("b", "a", null, null, "Борис, поддерживаю!", TALKS);
        resident("c", "a", null, null, "И калитка сломана, когда почините?", ASKS);

        assertThat(answer("x", "a", null, "Борис, сломанную калитку заменят."))
                .containsExactly("c");
    }

    @Test
    void comparesWhatIsSpokenOf() {
        resident("a", null, null, "anna", "Здравствуйте", TALKS);
        resident("b", "a", null, "boris", "Почему школьный автобус не пришёл?", ASKS);
        resident("c", "a", null, "vera", "Почему подъезд не убирают?", ASKS);

        assertThat(answer("x", "a", null, "Школьный автобус сломался, подали другой."))
                .containsExactly("b");
        assertThat(answer("y", "a", null, "Подъезд уберут сегодня.")).containsExactly("c");
    }

    @Test
    void givesTheSameTextToOneAfterAnother() {
        resident("a", null, null, "anna", "Где снег убирали? У школы каток", ASKS);
        resident("b", "a", null, "boris", "У магазина не пройти, где дворники?", ASKS);
        resident("c", "a", null, "vera", "Возле поликлиники сугробы, когда уберут?", ASKS);
        String text = "Проблема устранена, проведена уборка территории.";

        assertThat(answer("x", "a", null, text)).containsExactly("a");
        assertThat(answer("y", "a", null, text)).containsExactly("b");
        assertThat(answer("z", "a", null, text)).containsExactly("c");
    }

    @Test
    void answersAllWhomItCalls() {
        resident("a", null, null, "anna", "На Мира сломан забор", ASKS);
        resident("b", null, null, "boris", "На Лесной разбит асфальт", ASKS);
        resident("c", null, null, "vera", "Ура!", TALKS);

        assertThat(answer("x", null, null, "[id0|Анна], [id0|Борис], адреса приняли в работу."))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void thePlatformNamesOneOfSeveralCalledAndNamesTellTheOthers() {
        resident("a", null, null, "p:anna", "На Мира сломан забор", ASKS);
        resident("b", null, null, "p:boris", "На Лесной разбит асфальт", ASKS);
        resident("c", "b", "p:boris", "p:vera", "Борис, и у нас тоже", TALKS);
        resident("d", null, null, "p:gleb", "На Садовой темно", ASKS);

        assertThat(answer("x", null, "p:anna", "Анна, Борис, адреса приняли в работу."))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void doesNotTakeAnAnnouncementForAnAnswer() {
        resident("a", null, null, "anna", "На Мира сломан забор", ASKS);
        resident("b", null, null, "boris", "Спасибо за концерт!", TALKS);

        assertThat(answer("x", null, null, "Завтра состоится ярмарка.")).isEmpty();
    }

    @Test
    void answersTheFirstLevelMessageJustBefore() {
        resident("a", null, null, "anna", "Во сколько начало?", ASKS);

        assertThat(answer("x", null, null, "Начало в полдень.")).containsExactly("a");
        assertThat(answer("y", null, null, "Приходите!")).isEmpty();
    }

    @Test
    void fromTheFirstLevelAnswersWhomItSpeaksOf() {
        resident("a", null, null, "anna", "Почему не горит фонарь на Мира?", ASKS);
        resident("b", null, null, "boris", "Когда отремонтируют Полевую?", ASKS);
        resident("c", null, null, "vera", "Контейнеры переполнены, уберите", ASKS);

        assertThat(answer("x", null, null, "Фонарь заменили.")).containsExactly("a");
        assertThat(answer("y", null, null, "«Когда отремонтируют Полевую?» — в июле."))
                .containsExactly("b");
        assertThat(answer("z", null, null, "Контейнеры вывезены.")).containsExactly("c");
    }

    @Test
    void aWordThatSeveralWhoWaitSayTellsNone() {
        resident("a", null, null, "anna", "Почему фонарь на Мира не горит?", ASKS);
        resident("b", null, null, "boris", "Фонарь у школы сломан, почините", ASKS);
        resident("c", null, null, "vera", "Ура!", TALKS);

        assertThat(answer("x", null, null, "Фонарь заменили.")).isEmpty();
    }

    @Test
    void whoIsCalledButUnknownAmongManyGetsNoAnswerOfAnothers() {
        resident("a", null, null, null, "Почему фонарь на Мира не горит?", ASKS);
        resident("b", null, null, null, "Когда отремонтируют Полевую?", ASKS);
        resident("c", null, null, null, "Контейнеры переполнены, уберите", ASKS);
        resident("d", null, null, null, "Автобус не пришёл, где он?", ASKS);

        assertThat(answer("x", null, null, "[id0|Анна], передали мастеру.")).isEmpty();
        assertThat(answer("y", null, null, "[id0|Анна], автобус сломался.")).containsExactly("d");
    }

    @Test
    void answersAResidentsPostFromTheFirstLevel() {
        resident(POST, null, null, "anna", "На нашей улице нет света", ASKS);
        resident("a", POST, null, "boris", "И у нас", TALKS);

        assertThat(answer("x", POST, null, "Свет восстановлен.")).containsExactly(POST);
    }

    @Test
    void staysInABranchWhoseFirstCommentIsUnknown() {
        resident("b", "gone", null, "boris", "А у нас когда включат?", ASKS);

        assertThat(answer("x", "gone", null, "Сегодня.")).containsExactly("b");
        assertThat(answer("y", "other", null, "Сегодня.")).isEmpty();
    }

    @Test
    void answersOnlyEligibleMessages() {
        resident("a", null, null, "anna", "Когда починят фонарь?", ASKS);
        AnswerMatch match = thread.match(line("x", "a", null, null, "Завтра."), id -> false);

        assertThat(match.ids()).isEmpty();
    }

    @Test
    void endsInACycleOfParents() {
        resident("a", "b", null, "anna", "Когда починят фонарь?", ASKS);
        resident("b", "a", null, "boris", "Да, когда?", ASKS);

        assertThat(answer("x", "a", null, "Завтра.")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void tellsWhatAnOfficialMessageStandsUnder() {
        resident("a", null, null, "anna", "Когда починят фонарь?", ASKS);
        assertThat(context("x", "a")).isEqualTo(AnswerContext.AWAITED);
        assertThat(context("y", "a")).isEqualTo(AnswerContext.ANSWERED_BEFORE);
        assertThat(context("z", null)).isEqualTo(AnswerContext.FIRST_LEVEL);
        resident("b", null, null, "boris", "Спасибо!", TALKS);
        assertThat(context("w", "b")).isEqualTo(AnswerContext.TALK);
    }

    private AnswerContext context(String id, String parent) {
        TalkLine line = line(id, parent, null, null, "Ответ по существу.");
        AnswerMatch match = thread.match(line);
        thread.give(line, match.ids());
        return match.context();
    }

    private void resident(
            String id, String parent, String to, String author, String text, double needsAnswer) {
        thread.resident(line(id, parent, to, author, text), needsAnswer);
    }

    private List<String> answer(String id, String parent, String to, String text) {
        TalkLine line = line(id, parent, to, null, text);
        AnswerMatch match = thread.match(line);
        thread.give(line, match.ids());
        return match.ids();
    }

    private TalkLine line(String id, String parent, String to, String author, String text) {
        now = now.plus(Duration.ofMinutes(1));
        return new TalkLine(id, parent, to, author, now, TalkReading.of(text));
    }
}
