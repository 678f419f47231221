package io.otklik.benchmarks;

import io.otklik.language.Decision;
import io.otklik.language.MessageReader;
import io.otklik.language.Reading;
import io.otklik.language.ThreadContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Messages read and decided a second on one core. The texts are 150 characters long, put together
 * from parts of sentences, so that no two are the same and their words repeat as people's do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LanguageBenchmark {

    private static final int TEXTS = 1 << 14;
    private static final int LENGTH = 150;
    private static final String[] PARTS = {
        "Добрый день! ",
        "Подскажите, пожалуйста, ",
        "когда уберут снег ",
        "во дворе дома 12 ",
        "по улице Садовой? ",
        "Третий день нет горячей воды, ",
        "управляющая компания молчит. ",
        "Спасибо большое за праздник, ",
        "дети в восторге! ",
        "А у нас как всегда: ",
        "дорогу так и не отремонтировали, ",
        "ямы по колено, ",
        "автобус не приходит вовремя. ",
        "Фонари на остановке не горят, ",
        "ходить страшно. ",
        "Неужели нельзя ",
        "поставить урны ",
        "возле школы № 4? ",
        "Куда смотрит администрация, ",
        "непонятно. ",
        "Согласна с вами, ",
        "у соседей то же самое ",
        "и никто не отвечает на звонки. ",
        "Очень красиво получилось 👍 "
    };

    private final String[] texts = new String[TEXTS];
    private final Reading[] readings = new Reading[TEXTS];
    private final MessageReader reader = MessageReader.bundled();
    private int next;

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < LENGTH) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            text.setLength(LENGTH);
            texts[i] = text.toString();
            readings[i] = reader.read(texts[i]);
        }
    }

    /** The whole of it: a new message straight under a post. */
    @Benchmark
    public Decision readAndDecide() {
        return reader.decide(reader.read(texts[step()]), ThreadContext.FIRST_LEVEL);
    }

    /** What a change in the thread costs for each message that is known. */
    @Benchmark
    public Decision decideAnew() {
        return reader.decide(readings[step()], ThreadContext.FIRST_LEVEL);
    }

    private int step() {
        next = (next + 1) & (TEXTS - 1);
        return next;
    }
}
