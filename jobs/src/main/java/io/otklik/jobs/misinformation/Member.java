package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * That a message is part of a story, or no longer.
 *
 * @param storyId the story's first message
 * @param movedTo the story that it is part of instead; null if it joins this one
 * @param assignedAt grows with every assignment of the message: epoch milliseconds of processing
 *     time, or more where several fall into one
 */
@WrittenBy(MemberSerializer.class)
@TypeInfo(WrittenBy.Factory.class)
public record Member(String storyId, Sighting sighting, String movedTo, long assignedAt) {}
