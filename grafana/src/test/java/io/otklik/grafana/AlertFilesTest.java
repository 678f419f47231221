package io.otklik.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.grafana.file.Dashboard;
import io.otklik.grafana.file.Folders;
import io.otklik.grafana.file.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What provisioned rules and messages keep to. */
class AlertFilesTest {

    private static final Pattern LABEL = Pattern.compile("\\.Labels\\.(\\w+)");
    private static final Pattern DASHBOARD = Pattern.compile("/d/([a-z-]+)");
    private static final Pattern DEFINED = Pattern.compile("define \"([^\"]+)\"");
    private static final Pattern CALLED = Pattern.compile("template \"([^\"]+)\"");

    static List<Rule> rules() {
        return Rule.all();
    }

    @Test
    void uidsAreUniqueAndFit() {
        assertThat(rules()).extracting(Rule::uid).doesNotHaveDuplicates();
        assertThat(rules()).extracting(Rule::uid).allMatch(uid -> uid.length() <= 40);
        assertThat(rules()).extracting(Rule::toString).doesNotHaveDuplicates();
    }

    /** A rule's window is not a panel's; and a dollar sign would be read as the environment. */
    @ParameterizedTest
    @MethodSource("rules")
    void rulesAskForNowWithoutMacros(Rule rule) {
        assertThat(rule.json().toString()).doesNotContain("$");
        assertThat(rule.sql()).doesNotContain("appeal_id");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void silenceOfARuleIsAFault(Rule rule) {
        assertThat(rule.json().path("noDataState").asText()).isEqualTo("Alerting");
        assertThat(rule.json().path("execErrState").asText()).isEqualTo("Alerting");
        assertThat(rule.json().path("condition").asText()).isEqualTo("B");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rulesSayWhatIsWrongWhatToDoAndWhereToLook(Rule rule) {
        JsonNode annotations = rule.json().path("annotations");
        assertThat(annotations.path("summary").asText()).isNotBlank();
        assertThat(annotations.path("action").asText()).isNotBlank();
        Matcher link = DASHBOARD.matcher(annotations.path("link").asText());
        assertThat(link.find()).isTrue();
        assertThat(Dashboard.all()).extracting(Dashboard::uid).contains(link.group(1));
        String asked = rule.sql() + rule.query().path("model").path("expr").asText();
        for (JsonNode annotation : annotations) {
            Matcher label = LABEL.matcher(annotation.asText());
            while (label.find()) {
                assertThat(asked).contains(label.group(1));
            }
        }
    }

    @Test
    void messagesAreMadeOfTemplatesThatThereAre() {
        Map<String, String> alerting =
                Folders.texts(Folders.COMMITTED.resolve("provisioning/alerting"));
        String templates = alerting.get("templates.json");
        Set<String> defined = new TreeSet<>();
        DEFINED.matcher(templates.replace("\\\"", "\""))
                .results()
                .forEach(one -> defined.add(one.group(1)));
        Map<String, String> contacts = Folders.texts(Folders.COMMITTED.resolve("contact-points"));
        String all = (templates + String.join("", contacts.values())).replace("\\\"", "\"");

        CALLED.matcher(all).results().forEach(one -> assertThat(defined).contains(one.group(1)));
        assertThat(templates).doesNotContain("$");
    }

    /**
     * One contact point in several files, each way with a uid of its own: a start takes those it
     * can.
     */
    @Test
    void policiesAndWaysMeanTheSameContactPoint() {
        Map<String, String> contacts = Folders.texts(Folders.COMMITTED.resolve("contact-points"));
        Set<String> names = new TreeSet<>();
        Set<String> uids = new TreeSet<>();
        for (String text : contacts.values()) {
            JsonNode point = Dashboard.parse(text).path("contactPoints").get(0);
            names.add(point.path("name").asText());
            uids.add(point.path("receivers").get(0).path("uid").asText());
        }
        String policies =
                Folders.texts(Folders.COMMITTED.resolve("provisioning/alerting"))
                        .get("policies.json");

        assertThat(uids).hasSize(contacts.size());
        assertThat(names).hasSize(1);
        assertThat(new TreeSet<>(Dashboard.parse(policies).findValuesAsText("receiver")))
                .isEqualTo(names);
    }

    /** Messages of otklik notify lead to a dashboard too. */
    @Test
    void theSampleOfRecipientsLinksToADashboard() throws IOException {
        String sample =
                Files.readString(
                        Folders.COMMITTED.resolveSibling("deploy/samples/data/recipients.yaml"));
        Matcher link = DASHBOARD.matcher(sample);

        assertThat(link.find()).isTrue();
        assertThat(Dashboard.all()).extracting(Dashboard::uid).contains(link.group(1));
    }
}
