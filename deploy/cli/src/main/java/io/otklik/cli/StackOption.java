package io.otklik.cli;

import io.otklik.local.Home;
import io.otklik.local.LocalStack;
import io.otklik.local.StackFolder;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which local stack is meant. */
final class StackOption {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Folder of data and logs, .otklik of the project by default: which local stack is meant.")
    private Path folder;

    Home home() {
        return Home.find();
    }

    LocalStack stack() {
        Home home = home();
        return new LocalStack(
                home, folder == null ? StackFolder.of(home) : new StackFolder(folder));
    }
}
