package io.otklik.cli.registry;

import io.otklik.schemas.Community;

import java.util.List;

/**
 * What a register file holds.
 *
 * @param communities its good lines, in their order
 * @param problems its bad lines
 * @param withoutPage lines of organisations that have no page
 */
public record RegistryFile(
        List<Community> communities, List<RegistryProblem> problems, List<Long> withoutPage) {}
