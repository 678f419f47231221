package io.otklik.cli.claim;

import io.otklik.schemas.Claim;

import java.util.List;

/**
 * What a file of claims says.
 *
 * @param problems what is wrong, each with its line; empty if all is well
 */
public record ReadClaims(List<Claim> claims, List<String> problems) {

    public ReadClaims {
        claims = List.copyOf(claims);
        problems = List.copyOf(problems);
    }
}
