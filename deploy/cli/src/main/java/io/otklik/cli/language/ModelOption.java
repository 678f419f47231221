package io.otklik.cli.language;

import io.otklik.cli.CommandException;
import io.otklik.language.MessageReader;
import io.otklik.language.answer.AnswerModel;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.model.KindModelFile;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.topic.TopicModel;
import picocli.CommandLine.Option;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Which model decides. */
final class ModelOption {

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "Folder with the model files that otklik train wrote (default: the model that"
                            + " comes with the command).")
    private Path folder;

    boolean isGiven() {
        return folder != null;
    }

    AnswerReader answers() throws IOException {
        if (folder == null) {
            return AnswerReader.bundled();
        }
        Path file = folder.resolve(TrainCommand.ANSWERS);
        try (DataInputStream in =
                new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            return new AnswerReader(AnswerModel.read(in));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw CommandException.wrongInput(file + " cannot be read: " + e.getMessage());
        }
    }

    TopicModel topics() throws IOException {
        if (folder == null) {
            return TopicModel.bundled();
        }
        Path file = folder.resolve(TrainCommand.TOPICS);
        try (DataInputStream in =
                new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            return TopicModel.read(in);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw CommandException.wrongInput(file + " cannot be read: " + e.getMessage());
        }
    }

    MessageReader reader() throws IOException {
        if (folder == null) {
            return MessageReader.bundled();
        }
        Path file = folder.resolve(TrainCommand.KINDS);
        try (InputStream in = Files.newInputStream(file)) {
            return MessageReader.of(RuleBook.bundled(), KindModelFile.read(in));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw CommandException.wrongInput(file + " cannot be read: " + e.getMessage());
        }
    }
}
