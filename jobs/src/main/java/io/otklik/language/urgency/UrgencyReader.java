package io.otklik.language.urgency;

import io.otklik.language.sign.Sign;
import io.otklik.language.sign.SpeakingRules;
import io.otklik.language.text.Sentences;
import io.otklik.language.text.Tokens;
import io.otklik.schemas.Urgency;
import io.otklik.yaml.StrictYaml;
import io.otklik.yaml.YamlProblem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells by a readable book of rules whether a text is urgent, and which rules said so. Immutable
 * and safe for many threads.
 */
public final class UrgencyReader {

    private static final String BUNDLED = "/urgency/urgency.yaml";

    private static final Set<String> KEYS =
            Set.of("id", "note", "push", "any", "unless", "matches", "ignores");

    /** A book has at most as many rules as a long has bits. */
    private static final int MOST_RULES = Long.SIZE;

    private final String version;
    private final double push;
    private final List<UrgencyRule> rules;
    private final SpeakingRules speaking;

    private UrgencyReader(String version, double push, List<UrgencyRule> rules) {
        this.version = version;
        this.push = push;
        this.rules = List.copyOf(rules);
        this.speaking =
                new SpeakingRules(
                        rules.stream().map(UrgencyRule::any).toList(),
                        rules.stream().map(UrgencyRule::unless).toList());
    }

    /** The book that comes with the project. */
    public static UrgencyReader bundled() {
        try (InputStream in = UrgencyReader.class.getResourceAsStream(BUNDLED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a book.
     *
     * @throws YamlProblem if it cannot be understood; names the line
     * @throws IOException if it cannot be read
     */
    public static UrgencyReader read(InputStream yaml) throws IOException {
        StrictYaml root = StrictYaml.read(yaml);
        root.allow(Set.of("version", "push", "lists", "rules"));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        root.get("lists").map().forEach((name, node) -> lists.put(name, node.texts()));
        double push = root.get("push").number();
        List<UrgencyRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (StrictYaml node : root.get("rules").list()) {
            node.allow(KEYS);
            String id = node.get("id").text();
            if (!ids.add(id)) {
                throw node.problem("The rule “" + id + "” stands twice.");
            }
            if (rules.size() == MOST_RULES) {
                throw node.problem("A book holds at most " + MOST_RULES + " rules.");
            }
            rules.add(
                    new UrgencyRule(
                            id,
                            node.map().containsKey("push") ? node.get("push").number() : push,
                            signs(node.get("any"), lists),
                            node.map().containsKey("unless")
                                    ? signs(node.get("unless"), lists)
                                    : List.of(),
                            node.texts("matches"),
                            node.texts("ignores")));
        }
        return new UrgencyReader(root.get("version").text(), push, rules);
    }

    private static List<Sign> signs(StrictYaml node, Map<String, List<String>> lists) {
        List<Sign> signs = new ArrayList<>();
        for (StrictYaml written : node.list()) {
            try {
                signs.add(Sign.parse(written.text(), lists));
            } catch (YamlProblem e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw written.problem(e.getMessage());
            }
        }
        return signs;
    }

    public String version() {
        return version;
    }

    public List<UrgencyRule> rules() {
        return rules;
    }

    /** The rules that speak on a text, as bits in the book's order; 0: not urgent. */
    public long speaking(Tokens text) {
        return speaking.of(text.plainWords(), () -> Sentences.of(text));
    }

    /**
     * Log-odds of «needs an answer» that the rules that speak add to what the model of kinds says:
     * a danger that is only told of must be seen too. The greatest counts; 0 if none speaks.
     *
     * @param reply whether the message answers another comment
     */
    public double push(long speaking, boolean reply) {
        double greatest = 0;
        for (long rest = speaking; rest != 0; rest &= rest - 1) {
            UrgencyRule rule = rules.get(Long.numberOfTrailingZeros(rest));
            greatest = Math.max(greatest, reply ? push : rule.push());
        }
        return greatest;
    }

    /** Urgency by the rules that spoke. */
    public static Urgency urgency(long speaking) {
        return speaking == 0 ? Urgency.NORMAL : Urgency.HIGH;
    }

    /** Ids of the rules that spoke, as {@code "urgency:<id>"}. */
    public List<String> reasons(long speaking) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if ((speaking & 1L << i) != 0) {
                reasons.add("urgency:" + rules.get(i).id());
            }
        }
        return reasons;
    }
}
