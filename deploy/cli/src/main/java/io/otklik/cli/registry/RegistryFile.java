package io.otklik.cli.registry;

import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;

import java.util.List;

/**
 * What a register file holds.
 *
 * @param communities its good lines, in their order
 * @param audience what it tells of the followers of these pages
 * @param problems its bad lines
 * @param withoutPage lines of organisations that have no page
 */
public record RegistryFile(
        List<Community> communities,
        List<Audience> audience,
        List<RegistryProblem> problems,
        List<Long> withoutPage) {}
