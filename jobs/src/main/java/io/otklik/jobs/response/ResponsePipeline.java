package io.otklik.jobs.response;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.ResponseWindow;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

import java.util.function.Consumer;

/** The topology of job {@code response}. */
final class ResponsePipeline {

    private ResponsePipeline() {}

    /** Counts appeals into windows and gives their rows to the consumer. */
    static void define(
            DataStream<Appeal> appeals,
            WindowTimes times,
            Consumer<DataStream<ResponseWindow>> windows) {
        DataStream<TemplateAnswer> templates =
                appeals.flatMap(ResponsePipeline::answer)
                        .returns(GivenAnswer.class)
                        .name("answers")
                        .uid("answers")
                        .keyBy(GivenAnswer::template, Types.STRING)
                        .process(
                                new FindTemplates(times.retention()),
                                TypeInformation.of(TemplateAnswer.class))
                        .name("find templates")
                        .uid("find-templates");
        DataStream<Recount> recounts =
                appeals.keyBy(Appeal::appealId, Types.STRING)
                        .connect(templates.keyBy(TemplateAnswer::appealId, Types.STRING))
                        .process(
                                new CountAppeals(times.retention()),
                                TypeInformation.of(Recount.class))
                        .name("count appeals")
                        .uid("count-appeals");
        windows.accept(
                recounts.keyBy(Recount::sliceKey, Types.STRING)
                        .process(new SumWindows(times), TypeInformation.of(ResponseWindow.class))
                        .name("sum windows")
                        .uid("sum-windows"));
    }

    private static void answer(Appeal appeal, Collector<GivenAnswer> out) {
        GivenAnswer answer = GivenAnswer.of(appeal);
        if (answer != null) {
            out.collect(answer);
        }
    }
}
