package io.otklik.cli.registry;

import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;

import java.util.List;

/**
 * What a register file holds.
 *
 * @param lines below the header, without empty ones
 * @param communities its good pages, in their order
 * @param audience what it tells of the followers of these pages
 * @param problems of its lines, in their order; a line of several pages may have several
 * @param withoutPage lines of organisations that have no page
 */
public record RegistryFile(
        int lines,
        List<Community> communities,
        List<Audience> audience,
        List<RegistryProblem> problems,
        List<Long> withoutPage) {

    /** How many lines have a problem. */
    public int badLines() {
        return (int) problems.stream().map(RegistryProblem::line).distinct().count();
    }
}
