package io.otklik.cli;

import io.otklik.cli.topic.StateTopic;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Rating;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Claims and verdicts on their way into a real broker. */
class ClaimsITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    @TempDir private Path folder;

    @Test
    void claimsAreTakenOnceAndVerdictsAddToThem() throws IOException {
        Path file = folder.resolve("claims.csv");
        Files.writeString(
                file,
                "claimId,text,variants,claimDate,rating,ratedBy\n"
                        + "bridge,Мост закроют до конца года,Мост закрыт|Моста не будет,2026-10-05,,\n"
                        + "water,Воду отключат на две недели,,,FAKE,Водоканал\n");
        assertThat(run("claims", "import", file, "--check").out())
                .isEqualTo("In order: 2 claims.\n");
        assertThat(run("claims", "import", file).out())
                .isEqualTo("2 claims: 2 sent, 0 unchanged.\n");

        Claim bridge = claims().read().get("bridge");
        assertThat(bridge.variants()).containsExactly("Мост закрыт", "Моста не будет");
        assertThat(bridge.claimDate()).isEqualTo(Instant.parse("2026-10-05T00:00:00Z"));
        assertThat(claims().read().get("water").ratedAt()).isNotNull();

        assertThat(
                        run(
                                        "verdict",
                                        "rate",
                                        "--claim",
                                        "bridge",
                                        "--rating",
                                        "FAKE",
                                        "--actor",
                                        "Пресс-служба",
                                        "--reason",
                                        "ремонт ночью")
                                .out())
                .isEqualTo("RATED: claim bridge, by Пресс-служба.\n");
        assertThat(
                        run(
                                        "verdict",
                                        "refute",
                                        "--claim",
                                        "bridge",
                                        "--url",
                                        "https://vk.com/wall-1_2",
                                        "--at",
                                        "2026-10-05T09:40:00Z",
                                        "--actor",
                                        "Дежурный",
                                        "--reason",
                                        "пост района")
                                .code())
                .isZero();

        Claim decided = claims().read().get("bridge");
        assertThat(decided.rating()).isEqualTo(Rating.FAKE);
        assertThat(decided.ratedBy()).isEqualTo("Пресс-служба");
        assertThat(decided.refutedAt()).isEqualTo(Instant.parse("2026-10-05T09:40:00Z"));
        Verdict last = StateTopic.verdicts(KAFKA.bootstrapServers()).read().get("bridge");
        assertThat(last.step()).isEqualTo(VerdictStep.REFUTED);
        assertThat(last.actor()).isEqualTo("Дежурный");
    }

    @Test
    void faultyFileIsRefusedWithItsLines() throws IOException {
        Path file = folder.resolve("claims.csv");
        Files.writeString(file, "claimId,text,rating\na,Мост закроют,LIE\n,Вода,\n");

        Run refused = run("claims", "import", file, "--check");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("rating is LIE; it is one of")
                .contains("claimId is missing")
                .contains("Nothing was imported: 2 things are wrong; mend them.");
    }

    @Test
    void verdictAboutAnUnknownClaimIsRefused() {
        Run refused =
                run(
                        "verdict",
                        "close",
                        "--claim",
                        "nobody",
                        "--actor",
                        "Дежурный",
                        "--reason",
                        "тихо");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("There is no claim nobody.");
    }

    private static StateTopic<Claim> claims() {
        return StateTopic.claims(KAFKA.bootstrapServers());
    }

    private static Run run(Object... words) {
        List<String> all = new ArrayList<>(Arrays.stream(words).map(Object::toString).toList());
        if (!all.contains("--check")) {
            all.addAll(List.of("--kafka", KAFKA.bootstrapServers()));
        }
        return Run.of(all.toArray(String[]::new));
    }
}
