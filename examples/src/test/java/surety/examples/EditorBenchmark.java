package surety.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the language server on specifications of 1,000 and of 3,000 lines, and prints tables in
 * Markdown. From the top folder:
 *
 * <pre>
 * mvn -q -Pbenchmark -Dbenchmark=EditorBenchmark -pl examples -am -DskipTests package
 * </pre>
 *
 * <p>The server runs in a process of its own, with the options with which editors start it. It
 * takes a few minutes and wants the machine for itself.
 */
public final class EditorBenchmark {
  private static final int ROUNDS = 40;
  private static final int STARTS = 5;
  private static final long IDLE_SECONDS = 5;
  private static final long SEED = 4;

  private static final long SECONDS_OF_PROGRESS = 10;

  private final Path document;
  private final String text;
  private final PrintStream out;

  private EditorBenchmark(Path folder, LongSpecification.Size size, PrintStream out) {
    this.document = folder.resolve("long.sure");
    this.text = LongSpecification.text(size);
    this.out = out;
  }

  /**
   * The arguments are folders with a {@code surety.jar}, whose servers take turns, so that what
   * else the machine does at the time is fair to all; without any, the one that Maven has built.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("surety-editor");
    for (String network : List.of("iris-relu.onnx", "iris-tanh.onnx")) {
      Files.copy(ExampleFiles.folder().resolve("iris").resolve(network), folder.resolve(network));
    }
    List<Path> servers = new ArrayList<>();
    for (String argument : arguments) {
      servers.add(Path.of(argument));
    }
    if (servers.isEmpty()) {
      servers.add(ExampleFiles.folder().resolve("../plugin/cli/target"));
    }
    for (LongSpecification.Size size :
        List.of(LongSpecification.Size.LARGE, LongSpecification.Size.HUGE)) {
      new EditorBenchmark(folder, size, System.out).run(servers);
    }
  }

  private void run(List<Path> servers) throws IOException {
    out.printf(
        "Java %s, %d processors, %d lines, %d properties and queries.%n%n",
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        text.lines().count(),
        LongSpecification.claims(text));
    Map<Path, List<Double>> starts = new LinkedHashMap<>();
    for (int k = 0; k < STARTS; k++) {
      for (Path server : servers) {
        starts.computeIfAbsent(server, key -> new ArrayList<>()).add(start(server));
      }
    }
    for (Path server : servers) {
      if (servers.size() > 1) {
        out.println(server + "\n");
      }
      out.println("| measured | median | 95th percentile | largest |");
      out.println("|---|---|---|---|");
      line("start to the first diagnostics, " + STARTS + " starts, ms", starts.get(server));
      session(server);
      out.println();
    }
  }

  private EditorSession open(Path server) throws IOException {
    return new EditorSession(SuretyCommand.server(server), document, text);
  }

  private double start(Path server) throws IOException {
    try (EditorSession editor = open(server)) {
      return editor.secondsToFirstMessages() * 1e3;
    }
  }

  private void session(Path server) throws IOException {
    try (EditorSession editor = open(server)) {
      editor.whenPublished(1);
      for (int k = 0; k < LongSpecification.PROVED; k++) {
        String name = LongSpecification.proved(k);
        editor.execute("surety.verify", name);
        editor.whenState(name, List.of("proved"));
      }
      lines("", play(editor, SEED));
      LockSupport.parkNanos(IDLE_SECONDS * 1_000_000_000L);
      memory(editor);
      editor.execute("surety.verify", LongSpecification.ENDLESS);
      editor.whenState(LongSpecification.ENDLESS, List.of("running"));
      progress(editor);
      lines(" while a verification runs", play(editor, SEED + 1));
    }
  }

  private Map<String, List<Double>> play(EditorSession editor, long seed) {
    TypingSession typing = new TypingSession(editor, text, seed);
    typing.play(ROUNDS);
    return typing.measured();
  }

  /** What the server has to say while a verification runs and nobody types. */
  private void progress(EditorSession editor) {
    long before = editor.receivedBytes();
    LockSupport.parkNanos(SECONDS_OF_PROGRESS * 1_000_000_000L);
    long bytes = (editor.receivedBytes() - before) / SECONDS_OF_PROGRESS;
    out.printf("| bytes a second while a verification runs | %d | | |%n", bytes);
  }

  private void memory(EditorSession editor) throws IOException {
    long megabytes = editor.residentMegabytes();
    out.printf(
        "| resident memory, idle after the session | %s | | |%n",
        megabytes < 0 ? "not measured" : megabytes + " MB");
    long most = editor.mostResidentMegabytes();
    out.printf(
        "| resident memory, the most in the session | %s | | |%n",
        most < 0 ? "not measured" : most + " MB");
  }

  private void lines(String suffix, Map<String, List<Double>> measured) {
    measured.forEach((what, values) -> line(what + suffix + ", ms", values));
  }

  private void line(String what, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f |%n",
        what,
        at(sorted, 0.5),
        at(sorted, 0.95),
        at(sorted, 1));
    out.flush();
  }

  /** The smallest value that as large a part of the values does not exceed. */
  private static double at(List<Double> sorted, double part) {
    int rank = (int) Math.ceil(part * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
