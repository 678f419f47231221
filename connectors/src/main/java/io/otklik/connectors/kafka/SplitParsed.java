package io.otklik.connectors.kafka;

import io.otklik.schemas.DeadLetter;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Emits values as they come, and dead letters to {@link #DEAD_LETTERS}; keeps no state. */
public final class SplitParsed<T> extends ProcessFunction<Parsed<T>, T>
        implements ResultTypeQueryable<T> {
    private static final long serialVersionUID = 1L;

    /** Side output of everything that could not be read. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    private final TypeInformation<T> valueType;

    public SplitParsed(TypeInformation<T> valueType) {
        this.valueType = valueType;
    }

    @Override
    public void processElement(Parsed<T> parsed, Context context, Collector<T> out) {
        if (parsed.isDead()) {
            context.output(DEAD_LETTERS, parsed.deadLetter());
        } else {
            out.collect(parsed.value());
        }
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return valueType;
    }
}
