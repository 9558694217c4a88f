package surety.certificates.secondchecker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The checker in {@code second-checker}, as a program that is given files. */
final class SecondChecker {
  private static final Path PROGRAM = Path.of("second-checker", "batch.py").toAbsolutePath();
  private static final String SECONDS = "100";
  private static final String TOO_NARROW = "claimed bounds do not contain the computed ones";
  private static final String REGION_TOO_NARROW = "a region between ";

  /** What a checker is given. */
  record Task(Path statement, Path certificate, List<Path> networks) {
    private String line() {
      List<String> parts = new ArrayList<>(List.of(statement.toString(), certificate.toString()));
      networks.forEach(network -> parts.add(network.toString()));
      return String.join("\t", parts) + "\n";
    }

    Task with(Path otherCertificate) {
      return new Task(statement, otherCertificate, networks);
    }
  }

  /**
   * What it says.
   *
   * @param status of the exit
   * @param line the first one, with the verdict
   * @param last the last line
   */
  record Answer(int status, String line, String last) {
    boolean accepts() {
      return line.startsWith("VALID");
    }

    /** Whether everything is in order but the bounds, which it finds to be wider than claimed. */
    boolean isTooNarrow() {
      return last.endsWith(TOO_NARROW) || last.startsWith(REGION_TOO_NARROW);
    }
  }

  private SecondChecker() {}

  /** Whether there is what it needs. */
  static boolean isAvailable() {
    String question = "import os, sys; sys.exit(sys.version_info < (3, 9) or os.name != 'posix')";
    try {
      Process process = new ProcessBuilder("python3", "-c", question).start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All tasks go through one program, for starting it takes longer than most of them. */
  static List<Answer> answers(Path folder, List<Task> tasks)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile(folder, "tasks", ".txt");
    Files.writeString(in, String.join("", tasks.stream().map(Task::line).toList()));
    Path out = Files.createTempFile(folder, "answers", ".txt");
    Path err = Files.createTempFile(folder, "faults", ".txt");
    Process process =
        new ProcessBuilder("python3", PROGRAM.toString(), "--seconds", SECONDS)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ends = process.waitFor(250, TimeUnit.SECONDS);
    process.destroy();
    assertTrue(ends, "the second checker does not end");
    assertEquals("", Files.readString(err));
    List<Answer> answers = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      String[] parts = line.split("\t", 3);
      answers.add(new Answer(Integer.parseInt(parts[0]), parts[1], parts[2]));
    }
    assertEquals(tasks.size(), answers.size());
    return answers;
  }
}
