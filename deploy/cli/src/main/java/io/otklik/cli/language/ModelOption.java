package io.otklik.cli.language;

import io.otklik.cli.CommandException;
import io.otklik.language.MessageReader;
import io.otklik.language.Models;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.topic.TopicReader;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/** Which models decide. */
final class ModelOption {

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "Folder with the model files that otklik train wrote (default: the model that"
                            + " comes with the command).")
    private Path folder;

    private Models models;

    boolean isGiven() {
        return folder != null;
    }

    AnswerReader answers() {
        return models().answers();
    }

    TopicReader topics() {
        return models().topics();
    }

    MessageReader reader() {
        return models().reader(RuleBook.bundled());
    }

    private Models models() {
        if (models == null) {
            models = folder == null ? Models.bundled() : read(folder);
        }
        return models;
    }

    private static Models read(Path folder) {
        try {
            return Models.read(folder);
        } catch (IOException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
    }
}
