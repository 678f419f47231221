package io.otklik.jobs.misinformation;

import io.otklik.schemas.Message;
import io.otklik.similarity.signal.SignalBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** The same link under different words, on many pages within a minute. */
class SameLinkTest {

    private static final Duration TTL = Duration.ofDays(14);

    private static final List<String> WORDS =
            List.of(
                    "Срочно, городскую больницу закроют и продадут под гостиницу, приказ подписан",
                    "Знакомый из полиции рассказал про банду, что ходит по квартирам в нашем районе",
                    "Власти скрывают: в посёлке Лесном нашли радиацию, детский сад эвакуировали",
                    "Передайте всем друзьям: с понедельника маршрутки будут возить только по пропускам",
                    "Говорят, завтра утром перекроют мост, а карты жителей заблокируют навсегда");

    private MisinformationHarness job;

    @BeforeEach
    void openJob() throws Exception {
        job = new MisinformationHarness(TTL);
        job.know(Talk.official(900));
    }

    @AfterEach
    void closeJob() throws Exception {
        job.close();
    }

    private static List<Message> posts(int many, long stepMillis, String... links) {
        List<Message> posts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            posts.add(
                    Talk.comment(
                            1 + i,
                            i,
                            Talk.START.plusMillis(i * stepMillis),
                            WORDS.get(i) + ": " + links[i % links.length]));
        }
        return posts;
    }

    private long coordinated(List<Message> posts) throws Exception {
        for (Message post : posts) {
            job.take(post);
        }
        job.pass(Duration.ofSeconds(2));
        job.pass(Duration.ofSeconds(2));
        return job.stories().stream()
                .filter(story -> story.coordinatedPages() >= SignalBook.COORDINATED_PAGES)
                .map(StoryTold::storyId)
                .distinct()
                .count();
    }

    @Test
    void isCoordinationOfEachText() throws Exception {
        assertThat(
                        coordinated(
                                posts(
                                        5,
                                        10_000,
                                        "https://novosti.example/a/17?utm_source=vk",
                                        "http://www.Novosti.example/a/17/",
                                        "https://novosti.example/a/17#top")))
                .isEqualTo(5);
    }

    @Test
    void isTheSameInDisorder() throws Exception {
        List<Message> posts = posts(5, 14_000, "https://novosti.example/a/17");
        Collections.shuffle(posts, new Random(4));

        assertThat(coordinated(posts)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 10000, https://novosti.example/a/17",
        "5, 25000, https://novosti.example/a/17",
        "5, 10000, https://novosti.example/"
    })
    void isNoneOnFewPagesOrOverMinutesOrWithAWholeSite(int many, long stepMillis, String link)
            throws Exception {
        assertThat(coordinated(posts(many, stepMillis, link))).isZero();
    }

    @Test
    void nothingStays() throws Exception {
        coordinated(posts(5, 10_000, "https://novosti.example/a/17"));
        job.reach(Talk.START.plus(MisinformationHarness.mostKept(TTL)).plus(Duration.ofDays(1)));

        assertThat(job.stateEntries()).isZero();
        assertThat(job.timers()).isZero();
    }
}
