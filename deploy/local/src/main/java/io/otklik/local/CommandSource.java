package io.otklik.local;

import io.otklik.local.process.Command;

import java.io.IOException;

/** Gives the command that starts a part. */
@FunctionalInterface
interface CommandSource {

    /**
     * @throws LocalStackException if the part cannot be started as things are
     */
    Command of(Part part) throws IOException;
}
