package surety.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.language.Obligation;
import surety.language.SpecificationReader;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

/**
 * The part of the benchmark about replays: how long the replay of a certificate takes against the
 * search that found it, over all that the examples ask and over seeded problems of all kinds. Both
 * run in one process, twice, with the same number of threads, and the second time counts. With
 * {@code -Dcommands=true} also as commands, each in a process of its own: {@code surety check} of
 * one property against the kernel's own jar. From the top folder:
 *
 * <pre>
 * mvn -q -Pbenchmark -Dbenchmark=ReplayBenchmark -pl examples -am -DskipTests package
 * </pre>
 */
public final class ReplayBenchmark {
  private static final int SEEDED = 30;
  private static final double NANOSECONDS = 1e9;
  private static final int WORST = 8;
  private static final String KERNEL = "certificates-0.1.0-SNAPSHOT.jar";

  /** Statuses of a check or replay that came to its end. */
  private static final List<Integer> ENDS = List.of(0, 30, 40);

  private static final SearchOptions SEEDED_OPTIONS =
      SearchOptions.defaults().withGap(1e-3).withTimeout(Duration.ofSeconds(10));

  private ReplayBenchmark() {}

  private record Case(String title, Path file, Obligation asked, SearchOptions options) {}

  private record Row(Case subject, long cells, int bytes, double search, double replay) {
    double ratio() {
      return replay / search;
    }
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("| problems | | search | replay | median ratio | 90th percentile |");
    System.out.println("|---|---|---|---|---|---|");
    List<Row> all = new ArrayList<>();
    all.addAll(group("examples", examples()));
    all.addAll(group("seeded", seeded()));
    print("all", all);
    if (Boolean.getBoolean("commands")) {
      print("examples, as commands", commands(examples()));
    }
    System.out.println();
    System.out.println("| the largest ratios | cells | bytes | search | replay | ratio |");
    System.out.println("|---|---|---|---|---|---|");
    all.sort((a, b) -> Double.compare(b.ratio(), a.ratio()));
    for (Row row : all.subList(0, Integer.getInteger("worst", WORST))) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %,d | %.4f s | %.4f s | %.2f |%n",
          row.subject.title,
          row.cells,
          row.bytes,
          row.search,
          row.replay,
          row.ratio());
    }
  }

  private static List<Case> examples() {
    List<Case> cases = new ArrayList<>();
    for (Path file : ExampleFiles.specifications()) {
      for (Obligation asked : ExampleFiles.specification(file).obligations()) {
        String title = ExampleFiles.folder().relativize(file) + " " + asked.name();
        cases.add(new Case(title, file, asked, Runs.options(asked)));
      }
    }
    return cases;
  }

  private static List<Case> seeded() throws IOException {
    List<Case> cases = new ArrayList<>();
    Path folder = Files.createTempDirectory("surety-replay");
    for (long seed = 0; cases.size() < SEEDED; seed++) {
      RandomSpecification random = RandomSpecification.of(seed);
      Path own = Files.createDirectory(folder.resolve("seed" + seed));
      for (Map.Entry<String, byte[]> file : random.files().entrySet()) {
        Files.write(own.resolve(file.getKey()), file.getValue());
      }
      List<Obligation> asked =
          new SpecificationReader().read(own.resolve("random.sure"), random.text()).obligations();
      if (!asked.isEmpty()) {
        Obligation one = asked.get((int) (seed % asked.size()));
        Path file = own.resolve("random.sure");
        cases.add(new Case("seed " + seed + ": " + one.text(), file, one, SEEDED_OPTIONS));
      }
    }
    return cases;
  }

  private static List<Row> group(String title, List<Case> cases) throws IOException {
    measure(cases);
    List<Row> rows = measure(cases);
    print(title, rows);
    return rows;
  }

  private static List<Row> measure(List<Case> cases) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Case subject : cases) {
      rows.add(measure(subject));
    }
    return rows;
  }

  private static Row measure(Case subject) throws IOException {
    Obligation asked = subject.asked;
    List<NetworkContent> files = new ArrayList<>();
    for (Path file : asked.networkFiles()) {
      files.add(NetworkContent.load(file, Files::readAllBytes));
    }
    long start = System.nanoTime();
    List<Network> networks = asked.networkFiles().stream().map(ExampleFiles::network).toList();
    Result result =
        Checker.check(asked.statement(), networks, subject.options, p -> {}, () -> false);
    double search = (System.nanoTime() - start) / NANOSECONDS;
    start = System.nanoTime();
    ReplayResult replay =
        Replay.run(
            asked.statement(),
            files,
            new ByteArrayInputStream(result.certificate()),
            Runtime.getRuntime().availableProcessors());
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    if (replay.replay() != ReplayVerdict.VALID) {
      throw new IllegalStateException(subject.title + ": " + replay);
    }
    return new Row(subject, result.cells(), result.certificate().length, search, seconds);
  }

  private static List<Row> commands(List<Case> cases) throws IOException {
    List<Row> rows = new ArrayList<>();
    Path folder = Files.createTempDirectory("surety-replay");
    for (Case subject : cases) {
      rows.add(command(subject, folder));
    }
    return rows;
  }

  private static Row command(Case subject, Path folder) throws IOException {
    Obligation asked = subject.asked;
    Path target = ExampleFiles.folder().resolve("../plugin/cli/target");
    List<String> search = new ArrayList<>(SuretyCommand.check(target, subject.file));
    search.addAll(List.of("--property", asked.name(), "--certificates", folder.toString()));
    double searching = seconds(search);
    Path statement = folder.resolve("statement");
    Files.writeString(statement, asked.statement().canonical());
    String stem = subject.file.getFileName().toString().replaceFirst("[.]sure$", "");
    Path certificate = folder.resolve(stem + "." + asked.name() + ".cert");
    List<String> replay = new ArrayList<>();
    replay.add(search.get(0));
    replay.addAll(List.of("-Xshare:auto", "-XX:+UseParallelGC", "-jar"));
    replay.add(target.resolve("lib/" + KERNEL).toString());
    replay.addAll(List.of("--statement", statement.toString()));
    asked.networkFiles().forEach(file -> replay.addAll(List.of("--network", file.toString())));
    replay.addAll(List.of("--certificate", certificate.toString()));
    return new Row(subject, 0, (int) Files.size(certificate), searching, seconds(replay));
  }

  private static double seconds(List<String> command) throws IOException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    int status = process.onExit().join().exitValue();
    if (!ENDS.contains(status)) {
      throw new IllegalStateException(command + " ended with status " + status);
    }
    return (System.nanoTime() - start) / NANOSECONDS;
  }

  private static void print(String title, List<Row> rows) {
    List<Double> ratios = rows.stream().map(Row::ratio).sorted().collect(Collectors.toList());
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.1f s | %.1f s | %.2f | %.2f |%n",
        title,
        rows.size(),
        rows.stream().mapToDouble(Row::search).sum(),
        rows.stream().mapToDouble(Row::replay).sum(),
        ratios.get((ratios.size() - 1) / 2),
        ratios.get((ratios.size() - 1) * 9 / 10));
  }
}
