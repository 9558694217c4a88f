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
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.attack.SpoiledCertificates;
import surety.certificates.attack.SpoiledCertificates.Spoiled;
import surety.certificates.attack.SpoiledCertificates.SpoiledRegions;
import surety.certificates.replay.Certificates;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.RegionReplay;
import surety.certificates.replay.RegionReplayResult;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.secondchecker.SecondChecker.Answer;
import surety.certificates.secondchecker.SecondChecker.Task;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/**
 * The checker in {@code second-checker}, written from FORMAT.md alone, and the kernel come to the
 * same verdicts, on certificates that are right and on such that were tampered with.
 *
 * <p>The two may differ in one way: each is free to use closer arithmetic than the page's. So where
 * something was changed that moves a bound only (a split, a level, a degree), one may find the
 * claimed bounds just wide enough and the other one not. Neither is then wrong; what must never be
 * is that one of them accepts what is broken.
 *
 * <p>{@code -Dsecond.checker.flips=N} compares on N flipped certificates and on three times as many
 * spoiled ones, {@code -Dsecond.checker.seed=N} on others.
 */
@Timeout(300)
class SecondCheckerTest {
  private static final int FLIPS = Integer.getInteger("second.checker.flips", 20);
  private static final int SPOILED = 3 * FLIPS;
  private static final long SEED = Long.getLong("second.checker.seed", 5);

  private static final int SECONDS = 100;
  private static final int MINUTES = 4;
  private static final String NOT_PROVED = "NotProved";

  @TempDir private static Path folder;
  private static Path resources;

  @BeforeAll
  static void python() throws URISyntaxException {
    resources = Path.of(SecondCheckerTest.class.getResource("/archive").toURI()).getParent();
    assumeTrue(
        SecondChecker.isAvailable(),
        "there is no python3, so nothing is compared with the second checker");
  }

  private static List<Answer> answers(List<Task> tasks) throws IOException, InterruptedException {
    return SecondChecker.answers(Path.of(""), SECONDS, MINUTES, folder, tasks);
  }

  private static Task archived(String name, String network) {
    Path archive = resources.resolve("archive").resolve("2");
    return new Task(
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
    List<String> verdicts = answers(tasks).stream().map(Answer::line).toList();
    assertEquals(List.of("VALID, PROVED", "VALID", "VALID, UNDECIDED", "VALID"), verdicts);
  }

  /** The cases that are there for any checker, with the verdicts that the index gives. */
  @Test
  void casesHaveTheVerdictsOfTheIndex() throws IOException, InterruptedException {
    List<String> lines = Files.readAllLines(resources.resolve("cases.csv"));
    List<String> columns = List.of(lines.get(0).split(",", -1));
    List<String> names = new ArrayList<>();
    List<String> verdicts = new ArrayList<>();
    List<Task> tasks = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", columns.size());
      names.add(cells[columns.indexOf("case")]);
      verdicts.add(cells[columns.indexOf("verdict")].replace(" ", ", "));
      tasks.add(
          new Task(
              resources.resolve(cells[columns.indexOf("statement")]),
              resources.resolve(cells[columns.indexOf("certificate")]),
              Arrays.stream(cells[columns.indexOf("networks")].split(" ", -1))
                  .map(resources::resolve)
                  .toList()));
    }
    List<Answer> answers = answers(tasks);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String verdict = verdicts.get(i);
      Answer answer = answers.get(i);
      if (!answer.line().equals(verdict)) {
        differences.add(names.get(i) + ": " + answer + ", and not " + verdict);
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
    List<Answer> answers = answers(tasks(task, tampered));
    for (int i = 0; i < tampered.size(); i++) {
      assertFalse(answers.get(i).accepts(), i + ": " + answers.get(i));
      assertFalse(isValid(kernel(task, tampered.get(i))), "kernel, " + i);
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
    SplittableRandom random = new SplittableRandom(SEED);
    List<byte[]> tampered = new ArrayList<>();
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = valid.clone();
      flipped[random.nextInt(begin, end)] ^= (byte) (1 << random.nextInt(8));
      tampered.add(Certificates.sealed(flipped));
    }
    List<Answer> answers = answers(tasks(task, tampered));
    List<String> differences = new ArrayList<>();
    int rejected = 0;
    for (int i = 0; i < FLIPS; i++) {
      ReplayResult kernel = kernel(task, tampered.get(i));
      rejected += isValid(kernel) ? 0 : 1;
      compare(i + "", kernel, answers.get(i), differences);
    }
    assertEquals(List.of(), differences);
    assertTrue(rejected > FLIPS / 4, "too little was rejected");
  }

  /** Certificates of small problems of all kinds, spoiled in all ways of the attack. */
  @Test
  void spoiledCertificatesAreJudgedAlike() throws IOException, InterruptedException {
    List<Spoiled> spoiled = SpoiledCertificates.some(SEED, SPOILED);
    List<Task> tasks = new ArrayList<>();
    for (Spoiled each : spoiled) {
      List<Path> networks = new ArrayList<>();
      for (NetworkContent network : each.networks()) {
        networks.add(file(".onnx", network.file()));
      }
      byte[] statement = each.statement().canonical().getBytes(StandardCharsets.US_ASCII);
      tasks.add(
          new Task(file(".statement", statement), file(".cert", each.certificate()), networks));
    }
    List<Answer> answers = answers(tasks);
    List<String> differences = new ArrayList<>();
    int accepted = 0;
    for (int i = 0; i < SPOILED; i++) {
      Spoiled each = spoiled.get(i);
      ReplayResult kernel =
          Replay.run(
              each.statement(), each.networks(), new ByteArrayInputStream(each.certificate()), 1);
      accepted += isValid(kernel) ? 1 : 0;
      compare(each.what(), kernel, answers.get(i), differences);
    }
    assertEquals(List.of(), differences);
    assertTrue(accepted > 0 && accepted < SPOILED / 2, "too much or too little was accepted");
  }

  /** The same of regions, whose masses are such that they cannot be wrong. */
  @Test
  void spoiledRegionsAreJudgedAlike() throws IOException, InterruptedException {
    List<SpoiledRegions> spoiled = SpoiledCertificates.ofRegions(SEED, FLIPS);
    List<Task> tasks = new ArrayList<>();
    for (SpoiledRegions each : spoiled) {
      byte[] statement = each.statement().canonical().getBytes(StandardCharsets.US_ASCII);
      tasks.add(
          new Task(
              file(".statement", statement),
              file(".cert", each.certificate()),
              List.of(file(".onnx", each.network().file()))));
    }
    List<Answer> answers = answers(tasks);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      SpoiledRegions each = spoiled.get(i);
      RegionReplayResult kernel =
          RegionReplay.run(
              each.statement(),
              each.network(),
              new ByteArrayInputStream(each.certificate()),
              region -> {},
              Stop.NEVER);
      boolean isValid = kernel.replay() == ReplayVerdict.VALID;
      Answer answer = answers.get(i);
      boolean isCloser =
          isValid ? answer.isTooNarrow() : kernel.reason().orElseThrow().name().equals(NOT_PROVED);
      if (answer.accepts() != isValid && !isCloser) {
        differences.add(each.what() + ": " + answer + ", the kernel " + kernel);
      }
    }
    assertEquals(List.of(), differences);
  }

  /** Adds what the two do not agree on, unless it is a matter of closer arithmetic. */
  private static void compare(
      String name, ReplayResult kernel, Answer answer, List<String> differences) {
    boolean isSame =
        isValid(kernel)
            ? answer.accepts() && answer.status() == kernel.exitStatus()
            : !answer.accepts();
    boolean isCloser =
        isValid(kernel)
            ? answer.isTooNarrow()
            : kernel.reason().orElseThrow().name().equals(NOT_PROVED);
    if (!isSame && !isCloser) {
      differences.add(
          name + ": " + answer + ", the kernel " + kernel.summary() + " " + kernel.reason());
    }
  }

  private static boolean isValid(ReplayResult result) {
    return result.replay() == ReplayVerdict.VALID;
  }

  private static Path file(String ending, byte[] content) throws IOException {
    Path file = Files.createTempFile(folder, "tampered", ending);
    Files.write(file, content);
    return file;
  }

  private static List<Task> tasks(Task task, List<byte[]> certificates) throws IOException {
    List<Task> tasks = new ArrayList<>();
    for (byte[] certificate : certificates) {
      tasks.add(task.with(file(".cert", certificate)));
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
}
