package io.otklik.jobs.appeals;

import io.otklik.language.routing.Route;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.Platform;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static io.otklik.jobs.appeals.Messages.at;
import static io.otklik.jobs.appeals.Messages.edited;
import static io.otklik.jobs.appeals.Messages.id;
import static io.otklik.jobs.appeals.Messages.official;
import static io.otklik.jobs.appeals.Messages.post;
import static io.otklik.jobs.appeals.Messages.resident;
import static org.assertj.core.api.Assertions.assertThat;

/** What was told already, told otherwise when that by which it was told changes. */
class FollowAppealsChangesTest {

    private static volatile String table;

    /** Of «доля» and «дома» the {@link String#hashCode} is the same. */
    @Test
    void anEditByALetterOrTwoIsTold() throws Exception {
        try (AppealsHarness harness = AppealsHarness.ofLabels()) {
            Message asked = resident(2, 0, "p:anna", "appeal Лежит доля мусора", 1);
            harness.process(post(), asked);

            harness.process(edited(asked, "appeal Лежит дома мусора", 5));

            assertThat(harness.appeal(id(2)).text()).isEqualTo("appeal Лежит дома мусора");
        }
    }

    @Test
    void anAuthorityThatIsEnteredLaterHasWhatWasPassedOnToIt() throws Exception {
        try (AppealsHarness harness = AppealsHarness.ofLabels()) {
            harness.process(
                    page("vk:-1", "city", "Администрация"),
                    post(),
                    resident(2, 0, "p:anna", "appeal Холодно", 0),
                    official(3, 2, null, "ack Передали >ЕДДС", 5));
            assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("city");

            harness.process(page("vk:-2", "edds", "ЕДДС"));

            assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("edds");
            assertThat(harness.eventTypes(id(2))).contains(AppealEventType.TRANSFERRED);
        }
    }

    @Test
    void anOpenAppealTakesTheRoutingTableOfTheJobStartedAnew() throws Exception {
        table = "housing";
        try (AppealsHarness harness =
                new AppealsHarness(
                        Duration.ofDays(90),
                        null,
                        () -> new Labels(new Route(table, table, "route:" + table)))) {
            harness.process(
                    page("vk:-1", "city", "Администрация"),
                    post(),
                    resident(2, 0, "p:anna", "appeal Когда включат отопление?", 0));
            assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("housing");

            table = "power";
            harness.restart();
            harness.process(official(3, 2, null, "ack Разбираемся", 2));

            assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("power");
            assertThat(harness.appeal(id(2)).transfers()).isEmpty();
        }
    }

    private static Community page(String id, String agencyId, String agencyName) {
        return new Community(
                id,
                Platform.VK,
                null,
                "Двор",
                agencyId,
                agencyName,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                at(0));
    }
}
