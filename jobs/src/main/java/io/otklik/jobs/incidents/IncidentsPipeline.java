package io.otklik.jobs.incidents;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Incident;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.util.function.Consumer;

/** The topology of job {@code incidents}. */
final class IncidentsPipeline {

    private IncidentsPipeline() {}

    /** Joins appeals about one problem and gives each output to its consumer. */
    static void define(
            DataStream<Appeal> appeals,
            IncidentTimes times,
            Consumer<DataStream<Incident>> incidents,
            Consumer<DataStream<AppealEvent>> merges) {
        SingleOutputStreamOperator<Incident> joined =
                appeals.keyBy(Appeal::appealId, Types.STRING)
                        .process(
                                new PlaceAppeals(times.retention()),
                                TypeInformation.of(PlacedAppeal.class))
                        .name("place appeals")
                        .uid("place-appeals")
                        .keyBy(PlacedAppeal::problem, Types.STRING)
                        .process(new JoinAppeals(times), TypeInformation.of(Incident.class))
                        .name("join appeals")
                        .uid("join-appeals");
        incidents.accept(joined);
        merges.accept(joined.getSideOutput(JoinAppeals.MERGES));
    }
}
