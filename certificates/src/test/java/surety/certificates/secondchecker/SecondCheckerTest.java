package surety.certificates.secondchecker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.rejection.ClaimRejection;
import surety.certificates.replay.Certificates;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.statement.Statement;
import surety.certificates.statement.StatementException;

/**
 * The checker in {@code second-checker}, written from FORMAT.md alone, and the kernel come to the
 * same verdicts, on certificates that are right and on such that were tampered with.
 *
 * <p>The two may differ in one way: each is free to use closer arithmetic than the page's. So where
 * something was changed that moves a bound only (a split, a level, a degree), one may find the
 * claimed bounds just wide enough and the other one not. Neither is then wrong; what must never be
 * is that one of them accepts what is broken.
 *
 * <p>Runs with {@code -Dsecond.checker=true}: what it takes of time and memory is not bounded yet.
 */
@Timeout(300)
@EnabledIfSystemProperty(named = "second.checker", matches = "true")
class SecondCheckerTest {
  private static final Path CHECKER = Path.of("second-checker", "batch.py").toAbsolutePath();
  private static final int FLIPS = 40;

  @TempDir private static Path folder;
  private static Path resources;

  /** What one of the checkers says: its exit status and its first line. */
  private record Answer(int status, String line) {
    boolean accepts() {
      return line.startsWith("VALID");
    }
  }

  private record Task(String name, Path statement, Path certificate, List<Path> networks) {
    String line() {
      List<String> parts = new ArrayList<>(List.of(statement.toString(), certificate.toString()));
      networks.forEach(network -> parts.add(network.toString()));
      return String.join("\t", parts) + "\n";
    }
  }

  @BeforeAll
  static void python() throws URISyntaxException {
    resources = Path.of(SecondCheckerTest.class.getResource("/archive").toURI()).getParent();
    assumeTrue(hasPython(), "there is no python3, so nothing is compared with the second checker");
  }

  private static boolean hasPython() {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))")
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All tasks go through one process, for starting one takes longer than most of them. */
  private static Map<String, Answer> second(List<Task> tasks)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile(folder, "tasks", ".txt");
    Files.writeString(in, String.join("", tasks.stream().map(Task::line).toList()));
    Path out = Files.createTempFile(folder, "answers", ".txt");
    Path err = Files.createTempFile(folder, "faults", ".txt");
    Process process =
        new ProcessBuilder("python3", CHECKER.toString())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(250, TimeUnit.SECONDS), "the second checker does not end");
    assertEquals("", Files.readString(err));
    List<String> lines = Files.readAllLines(out);
    assertEquals(tasks.size(), lines.size());
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      String[] parts = lines.get(i).split("\t", 2);
      answers.put(tasks.get(i).name(), new Answer(Integer.parseInt(parts[0]), parts[1]));
    }
    return answers;
  }

  private static Task archived(String name, String network) {
    Path archive = resources.resolve("archive").resolve("2");
    return new Task(
        name,
        archive.resolve(name + ".statement"),
        archive.resolve(name + ".cert"),
        List.of(archive.resolve(network)));
  }

  @Test
  void archivedCertificatesAreValid() throws IOException, InterruptedException {
    List<Task> tasks =
        List.of(
            archived("iris.low", "iris-relu.onnx"),
            archived("iris.scores", "iris-relu.onnx"),
            archived("iris-tanh.coarse", "iris-tanh.onnx"),
            archived("regions", "iris-relu.onnx"));
    List<String> verdicts = second(tasks).values().stream().map(Answer::line).toList();
    assertEquals(List.of("VALID, PROVED", "VALID", "VALID, UNDECIDED", "VALID"), verdicts);
  }

  /** The cases that are there for any checker, with the verdicts that the index gives. */
  @Test
  void casesHaveTheVerdictsOfTheIndex() throws IOException, InterruptedException {
    Path index = resources.resolve("cases.csv");
    assumeTrue(Files.exists(index), "there is no index of cases");
    List<String> lines = Files.readAllLines(index);
    List<String> columns = List.of(lines.get(0).split(",", -1));
    Map<String, String> expected = new LinkedHashMap<>();
    List<Task> tasks = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", columns.size());
      String name = cells[columns.indexOf("case")];
      expected.put(name, cells[columns.indexOf("verdict")].replace(" ", ", "));
      tasks.add(
          new Task(
              name,
              resources.resolve(cells[columns.indexOf("statement")]),
              resources.resolve(cells[columns.indexOf("certificate")]),
              Arrays.stream(cells[columns.indexOf("networks")].split(" ", -1))
                  .map(resources::resolve)
                  .toList()));
    }
    Map<String, Answer> answers = second(tasks);
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, Answer> entry : answers.entrySet()) {
      String verdict = expected.get(entry.getKey());
      Answer answer = entry.getValue();
      // a statement, network or operator that is refused is no verdict on the certificate
      boolean refused = answer.status() == 3 && !verdict.startsWith("VALID");
      if (!refused && !answer.line().equals(verdict)) {
        differences.add(entry.getKey() + ": " + answer.line() + ", and not " + verdict);
      }
    }
    assertEquals(List.of(), differences);
  }

  /** Bounds moved inward by a hundredth of their width, and other claims than what was proved. */
  @Test
  void falseClaimsAreRejectedByBoth() throws IOException, InterruptedException, StatementException {
    Task task = archived("iris.low", "iris-relu.onnx");
    byte[] valid = Files.readAllBytes(task.certificate());
    List<byte[]> tampered = new ArrayList<>();
    String text = new String(valid, StandardCharsets.ISO_8859_1);
    Matcher bounds = Pattern.compile("\nbounds 1\n(\\S+) (\\S+)\n").matcher(text);
    assertTrue(bounds.find());
    double lower = Double.parseDouble(bounds.group(1));
    double upper = Double.parseDouble(bounds.group(2));
    double step = (upper - lower) / 100;
    tampered.add(claimed(valid, bounds, lower + step, upper));
    tampered.add(claimed(valid, bounds, lower, upper - step));
    tampered.add(claimed(valid, bounds, 0, lower));
    tampered.add(claimed(valid, bounds, upper, 1));
    tampered.add(Certificates.tampered(valid, "bounds 1\n", "bounds 2\n"));
    tampered.add(Certificates.tampered(valid, "numbers 0\n", "numbers 1\n1/2\n"));
    tampered.add(Certificates.tampered(valid, "beta(2, 2)", "beta(2, 3)"));
    tampered.add(Certificates.tampered(valid, "1*y[0]", "1*y[1]"));
    tampered.add(Certificates.tampered(valid, "x[0] ~", "x[1] ~"));
    tampered.add(Arrays.copyOf(valid, valid.length - 1));
    tampered.add(Arrays.copyOf(valid, valid.length / 2));
    tampered.add(valid.clone());
    tampered.get(tampered.size() - 1)[valid.length / 2] ^= 1;
    Map<String, Answer> answers = second(tasks(task, tampered));
    for (int i = 0; i < tampered.size(); i++) {
      Answer answer = answers.get(name(task, i));
      assertFalse(answer.accepts(), i + ": " + answer);
      assertFalse(kernelAccepts(task, tampered.get(i)), "kernel, " + i);
    }
  }

  private static byte[] claimed(byte[] valid, Matcher bounds, double lower, double upper) {
    String line = hexadecimal(lower) + " " + hexadecimal(upper);
    return Certificates.tampered(valid, bounds.group(), "\nbounds 1\n" + line + "\n");
  }

  private static String hexadecimal(double value) {
    return value == 0 ? "0x0p0" : Double.toHexString(value).replace(".0p", "p");
  }

  /** Bytes of the tree flipped at random, under a digest that was computed anew. */
  @Test
  void flippedBytesAreJudgedAlike() throws IOException, InterruptedException, StatementException {
    Task task = archived("iris.low", "iris-relu.onnx");
    byte[] valid = Files.readAllBytes(task.certificate());
    String text = new String(valid, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf("\ntree\n") + 6;
    int end = text.lastIndexOf("\nend\n");
    SplittableRandom random = new SplittableRandom(7);
    List<byte[]> tampered = new ArrayList<>();
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = valid.clone();
      flipped[random.nextInt(begin, end)] ^= (byte) (1 << random.nextInt(8));
      tampered.add(Certificates.sealed(flipped));
    }
    Map<String, Answer> answers = second(tasks(task, tampered));
    List<String> differences = new ArrayList<>();
    int rejected = 0;
    for (int i = 0; i < FLIPS; i++) {
      ReplayResult kernel = kernel(task, tampered.get(i));
      boolean accepts = kernel.replay() == ReplayVerdict.VALID;
      rejected += accepts ? 0 : 1;
      Answer answer = answers.get(name(task, i));
      // the claim is as it was, and true: a leaf that names another degree or level only makes the
      // kernel's bounds wider than claimed, and not those of a checker that does without
      boolean closer =
          !accepts && kernel.reason().orElseThrow() instanceof ClaimRejection.NotProved;
      if (answer.accepts() != accepts && !(closer && answer.accepts())) {
        differences.add(i + ": " + answer + ", the kernel " + kernel.reason());
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(rejected > FLIPS / 4, "too little was rejected");
  }

  private static String name(Task task, int i) {
    return task.name() + " " + i;
  }

  private static List<Task> tasks(Task task, List<byte[]> certificates) throws IOException {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < certificates.size(); i++) {
      Path file = Files.createTempFile(folder, "tampered", ".cert");
      Files.write(file, certificates.get(i));
      tasks.add(new Task(name(task, i), task.statement(), file, task.networks()));
    }
    return tasks;
  }

  private static ReplayResult kernel(Task task, byte[] certificate)
      throws IOException, StatementException {
    List<NetworkContent> networks = new ArrayList<>();
    for (Path network : task.networks()) {
      networks.add(NetworkContent.of(Files.readAllBytes(network)));
    }
    return Replay.run(
        Statement.parse(Files.readString(task.statement(), StandardCharsets.US_ASCII)),
        networks,
        new ByteArrayInputStream(certificate),
        2);
  }

  private static boolean kernelAccepts(Task task, byte[] certificate)
      throws IOException, StatementException {
    return kernel(task, certificate).replay() == ReplayVerdict.VALID;
  }
}
