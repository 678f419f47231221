package io.otklik.jobs.response;

import io.otklik.jobs.runtime.WrittenBy;
import org.apache.flink.api.common.typeinfo.TypeInfo;

import java.util.Map;

/**
 * The closed windows of a slice that began on one day of UTC. It never changes.
 *
 * @param sums of those in which something is counted
 */
@WrittenBy(ClosedDaySerializer.class)
@TypeInfo(WrittenBy.Factory.class)
public record ClosedDay(Map<WindowKey, WindowSum> sums) {}
