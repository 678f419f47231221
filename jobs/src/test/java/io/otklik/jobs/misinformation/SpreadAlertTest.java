package io.otklik.jobs.misinformation;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Rating;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** When a story that spreads is an alert, and what ends it. */
class SpreadAlertTest {

    private static final String FIRST = "vk:-1_1_1";
    private static final String GROWTH = FIRST + "|SPREAD|0";
    private static final String FOUR_HOURS = FIRST + "|SPREAD|1";
    private static final Instant DENIED_AT = Talk.START.plusSeconds(600);
    private static final Instant SPREADS_FROM = Talk.START.plusSeconds(5_400);

    private static final List<String> THINGS =
            List.of(
                    ("стол окно яблоко кошка велосипед карандаш облако барабан фонарик тетрадь ложка"
                                    + " самовар корабль гитара лампа кирпич подушка забор пирог"
                                    + " варенье ромашка молоток рубанок верстак гвоздика сирень"
                                    + " крыжовник смородина малина ежевика клюква брусника морошка"
                                    + " лисичка окунь щука карась налим судак лещ плотва форель"
                                    + " воробей синица снегирь сорока галка грач скворец соловей")
                            .split(" "));

    private MisinformationHarness job;

    @BeforeEach
    void openJob() throws Exception {
        job = new MisinformationHarness(Duration.ofDays(14));
        job.know(Talk.official(900));
        job.know(Talk.claim("water", "Городу на две недели отключат воду", null, null));
    }

    @AfterEach
    void closeJob() throws Exception {
        job.close();
    }

    @Test
    void aStoryThatSpreadsAfterARefutationIsAnAlertUntilTheNextOne() throws Exception {
        begin();
        deny(3, DENIED_AT);
        spread();

        Alert growth = job.alerts().get(GROWTH);
        assertThat(growth.raisedAt()).isAfter(SPREADS_FROM);
        assertThat(growth.clearedAt()).isNull();
        assertThat(job.suspicions().get(FIRST).refutedAt()).isEqualTo(DENIED_AT);

        Instant again = SPREADS_FROM.plusSeconds(1_800);
        deny(4, again);

        assertThat(job.alerts().get(GROWTH).clearedAt()).isEqualTo(again);
        job.reach(Talk.START.plus(Duration.ofHours(5)));
        assertThat(job.alerts()).containsOnlyKeys(GROWTH);
    }

    @Test
    void aStoryThatWasFoundTrueBeforeItSpreadsIsNone() throws Exception {
        begin();
        job.decide(Talk.registered(FIRST, "water", DENIED_AT));
        job.decide(Talk.rated("water", Rating.TRUE, DENIED_AT.plusSeconds(60)));
        spread();

        assertThat(job.suspicions().get(FIRST).copies()).isEqualTo(302);
        assertThat(job.alerts()).isEmpty();
    }

    @Test
    void thatTheTimePassedIsNoAlertWhereNothingSpreads() throws Exception {
        job.know(knownFalse());
        begin();
        job.reach(Talk.START.plus(Duration.ofHours(5)));

        assertThat(job.suspicions().get(FIRST).inTime()).isFalse();
        assertThat(job.alerts()).isEmpty();
    }

    @Test
    void aStoryThatSpreadsOnlyAfterTheTimeIsBothThen() throws Exception {
        begin();
        job.reach(Talk.START.plus(Duration.ofHours(5)));
        for (int i = 0; i < 30; i++) {
            Instant at = Talk.START.plus(Duration.ofHours(5)).plusSeconds(i);
            job.take(Talk.comment(3 + i % 9, 100 + i, at, Talk.STORY));
        }
        job.pass(Duration.ofSeconds(2));

        assertThat(job.alerts()).containsOnlyKeys(GROWTH, FOUR_HOURS);
        assertThat(job.alerts().get(FOUR_HOURS).raisedAt())
                .isEqualTo(job.alerts().get(GROWTH).raisedAt());
    }

    @Test
    void aClaimThatSpreadsInManyWordingsIsOneAlertWhenItsTimePassed() throws Exception {
        job.know(knownFalse());
        tellInOtherWords(200);
        assertThat(job.suspicions()).hasSizeGreaterThan(150);
        assertThat(job.alerts()).isEmpty();

        job.reach(Talk.START.plus(Duration.ofHours(5)));

        assertThat(job.alerts()).containsOnlyKeys(FOUR_HOURS);
        assertThat(job.alerts().get(FOUR_HOURS).raisedAt())
                .isEqualTo(Talk.START.plus(Duration.ofHours(4)));
        Instant at = Talk.START.plus(Duration.ofHours(6));
        deny(5, at);
        assertThat(job.alerts().get(FOUR_HOURS).clearedAt()).isEqualTo(at);
        assertThat(job.suspicions().values())
                .allSatisfy(suspicion -> assertThat(suspicion.refutedAt()).isEqualTo(at));

        job.reach(Talk.START.plus(Duration.ofDays(20)));
        assertThat(job.alerts()).containsOnlyKeys(FOUR_HOURS);
        assertThat(job.timers()).isZero();
    }

    /** Each of 14 words of its own beside the claim's: none is a copy of another. */
    private void tellInOtherWords(int many) throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < many; i++) {
            StringBuilder text =
                    new StringBuilder("С понедельника городу на две недели отключат воду!");
            for (int word = 0; word < 14; word++) {
                text.append(' ').append(THINGS.get(random.nextInt(THINGS.size())));
            }
            Instant at = Talk.START.plusMillis(i * 500L);
            job.take(Talk.comment(1 + i % 50, 1 + i, at, text.toString()));
        }
        job.pass(Duration.ofSeconds(2));
    }

    private static Claim knownFalse() {
        Instant rated = Talk.START.minus(Duration.ofDays(1));
        return Talk.claim(
                "water", "С понедельника городу на две недели отключат воду", Rating.FAKE, rated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Внимание! Пропал ребёнок! Ушёл из дома и не вернулся Ковалёв Артём, девять лет, синяя"
                        + " куртка, серые брюки. Максимальный репост, передайте всем!",
                "Внимание! МЧС предупреждает: завтра утром ожидается усиление ветра до 25 метров в"
                        + " секунду, мокрый снег, гололедица. Будьте осторожны на дорогах.",
                "Внимание! Завтра с 9 до 17 часов в связи с ремонтом на насосной станции водоканал"
                        + " отключает холодную воду в посёлке Северный и на улице Лесной.",
                "Срочно нужна кровь третьей группы для ребёнка в областной больнице, доноры,"
                        + " откликнитесь, распространите пожалуйста среди знакомых!",
                "Дорогие друзья! Поздравляем всех мам с Днём матери! Желаем здоровья, семейного"
                        + " тепла, благополучия и солнечного настроения!"
            })
    void whatOnlySpreadsIsNoAlertUntilSomebodyDoubtsIt(String text) throws Exception {
        for (int i = 0; i < 40; i++) {
            job.take(Talk.post(1 + i, 1, Talk.START.plusSeconds(i * 20L), text));
        }
        job.pass(Duration.ofSeconds(2));

        assertThat(job.suspicions()).containsOnlyKeys("vk:-1_1");
        assertThat(job.alerts()).isEmpty();

        job.take(Talk.comment(1, 2, Talk.START.plusSeconds(900), "Это правда?"));
        job.pass(Duration.ofSeconds(2));

        assertThat(job.alerts()).containsOnlyKeys("vk:-1_1|SPREAD|0");
    }

    @Test
    void anExcerptEndsWithAWholeCharacter() throws Exception {
        String filled = Talk.STORY + "!".repeat(399 - Talk.STORY.length());
        for (int i = 0; i < 12; i++) {
            Instant at = Talk.START.plusSeconds(i * 10L);
            job.take(Talk.comment(1 + i, 1, at, filled + "😱😱 передайте"));
        }
        job.pass(Duration.ofSeconds(2));

        assertThat(job.suspicions().get(FIRST).text()).isEqualTo(filled + "…");
        assertThat(job.alerts().get(GROWTH).text()).isEqualTo(filled + "…");
    }

    private void begin() throws Exception {
        job.take(Talk.comment(1, 1, Talk.START, Talk.STORY));
        job.take(Talk.comment(2, 2, Talk.START.plusSeconds(5), Talk.STORY));
        job.pass(Duration.ofSeconds(2));
    }

    private void deny(int number, Instant at) throws Exception {
        job.take(Talk.post(900, number, at, Talk.DENIAL));
        job.pass(Duration.ofSeconds(2));
    }

    private void spread() throws Exception {
        for (int i = 0; i < 300; i++) {
            Instant at = SPREADS_FROM.plusSeconds(i);
            job.take(Talk.comment(3 + i % 40, 100 + i, at, Talk.STORY));
        }
        job.pass(Duration.ofSeconds(2));
        job.reach(SPREADS_FROM.plusSeconds(600));
    }
}
