package io.otklik.benchmarks;

import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.Urgency;
import io.otklik.servicelevel.ClockFacts;
import io.otklik.servicelevel.Deadline;
import io.otklik.servicelevel.Deadlines;
import io.otklik.servicelevel.PageScope;
import io.otklik.servicelevel.Policies;
import io.otklik.servicelevel.WorkingTime;
import io.otklik.servicelevel.files.Shipped;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Due dates a second, over random instants of four years. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DeadlinesBenchmark {

    private static final int INSTANTS = 1 << 16;
    private static final PageScope PAGE =
            new PageScope("Севастополь", null, null, "Europe/Simferopol");

    private final Instant[] starts = new Instant[INSTANTS];
    private final ClockFacts[] facts = new ClockFacts[INSTANTS];
    private WorkingTime time;
    private Policies policies;
    private Deadlines deadlines;
    private int next;

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        long from = Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();
        long to = Instant.parse("2027-01-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < INSTANTS; i++) {
            starts[i] = Instant.ofEpochMilli(random.nextLong(from, to));
            facts[i] = new ClockFacts(starts[i], starts[i].plusSeconds(30), null);
        }
        time = WorkingTime.of(Shipped.calendars().get(0), ZoneId.of("Asia/Yekaterinburg"));
        policies = Shipped.policies().with(Shipped.policy("sevastopol_2020"));
        deadlines = policies.applying(PAGE, facts[0]);
    }

    /** Nine working hours later. */
    @Benchmark
    public Instant addNineHours() {
        return time.add(start(), Duration.ofHours(9));
    }

    /** Five working months later: the span does not matter. */
    @Benchmark
    public Instant addThousandHours() {
        return time.add(start(), Duration.ofHours(1000));
    }

    /** Working time between two instants of the four years. */
    @Benchmark
    public Duration between() {
        return time.between(start(), start());
    }

    /** A whole term: due, warning and three levels of escalation. */
    @Benchmark
    public Deadline firstResponse() {
        return deadlines.deadline(SlaMetric.FIRST_RESPONSE, Urgency.NORMAL, start());
    }

    /** The same, and before it the choice of the policy. */
    @Benchmark
    public Deadline choiceAndFirstResponse() {
        ClockFacts one = facts[next++ & INSTANTS - 1];
        Deadlines chosen = policies.applying(PAGE, one);
        return chosen.deadline(SlaMetric.FIRST_RESPONSE, Urgency.NORMAL, chosen.clockStart(one));
    }

    private Instant start() {
        return starts[next++ & INSTANTS - 1];
    }
}
