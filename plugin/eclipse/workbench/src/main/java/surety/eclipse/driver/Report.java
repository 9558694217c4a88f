package surety.eclipse.driver;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the steps of a scenario in their order and writes a line about each. The first that fails is
 * the last.
 */
public final class Report {

  private final Path file;
  private final Runnable onFailure;
  private boolean going = true;

  /**
   * Written to a file that is not there yet.
   *
   * @param onFailure what to do when a step fails, after that is reported
   */
  public Report(Path file, Runnable onFailure) {
    this.file = file;
    this.onFailure = onFailure;
  }

  /** One step. */
  @FunctionalInterface
  public interface Body {

    /** Does it and says what was seen. */
    String run();
  }

  /** Runs a step, if none has failed so far. */
  public void step(String name, Body body) {
    if (!going) {
      return;
    }
    try {
      write(new Step(name, true, body.run()));
    } catch (RuntimeException failure) {
      going = false;
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      write(new Step(name, false, trace.toString()));
      onFailure.run();
    }
  }

  /**
   * Reads the lines of a report, as far as they are there.
   *
   * @throws IOException if the file is there and cannot be read
   */
  public static List<Step> read(Path file) throws IOException {
    List<Step> steps = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        Step.parse(line).ifPresent(steps::add);
      }
    }
    return steps;
  }

  private void write(Step step) {
    try {
      Files.writeString(
          file, step.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
