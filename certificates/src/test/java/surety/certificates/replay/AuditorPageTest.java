package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code README.md}, the page for auditors, says is so. */
class AuditorPageTest {
  /** Of code that is worked on; the page says how much there is to read. */
  private static final double NEARLY = 0.05;

  private static final Pattern REPLAY =
      Pattern.compile("(?m)^\\$ java -jar certificates.jar (.*)\n((?:(?!```).+\n)*)");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([\\d,]+) \\|");
  private static final Pattern IS_CODE = Pattern.compile("\\s*(?!//|\\*|/\\*)\\S.*");

  @TempDir private Path folder;

  private static String page() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static Path archived(String name) throws URISyntaxException {
    Path archive = Path.of(AuditorPageTest.class.getResource("/archive").toURI());
    return archive.resolve("2").resolve(name);
  }

  private static String statement() throws IOException, URISyntaxException {
    return Files.readString(archived("iris.low.statement"));
  }

  @Test
  void theStatementIsTheOneThatIsReplayed() throws IOException, URISyntaxException {
    assertTrue(page().contains("```\n" + statement() + "```\n"));
  }

  @Test
  void theCommandsAnswerAsPrinted() throws IOException, URISyntaxException {
    Files.writeString(folder.resolve("other.statement"), statement().replace("1/1000", "1/1001"));
    List<MatchResult> shown = REPLAY.matcher(page()).results().toList();
    assertEquals(2, shown.size());
    for (MatchResult one : shown) {
      assertEquals(one.group(2), replay(one.group(1)), one.group(1));
    }
  }

  private String replay(String options) throws URISyntaxException {
    String[] arguments = options.split(" ");
    for (int i = 1; i < arguments.length; i += 2) {
      Path made = folder.resolve(arguments[i]);
      arguments[i] = (Files.exists(made) ? made : archived(arguments[i])).toString();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Main.run(arguments, out, out);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Every package is there, with about as many lines as it has. */
  @Test
  void thePackagesHaveTheLinesOfTheTable() throws IOException {
    TreeMap<String, Long> told = new TreeMap<>();
    PACKAGE
        .matcher(page())
        .results()
        .forEach(row -> told.put(row.group(1), Long.valueOf(row.group(2).replace(",", ""))));
    TreeMap<String, Long> found = new TreeMap<>();
    try (Stream<Path> packages = Files.list(Path.of("src/main/java/surety/certificates"))) {
      for (Path one : packages.toList()) {
        found.put(one.getFileName().toString(), lines(one));
      }
    }
    assertEquals(found.keySet(), told.keySet());
    for (String name : found.keySet()) {
      double lines = found.get(name);
      assertEquals(lines, told.get(name), NEARLY * lines, () -> name + " in README.md");
    }
  }

  private static long lines(Path folder) throws IOException {
    long count = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        count += Files.readAllLines(file).stream().filter(IS_CODE.asMatchPredicate()).count();
      }
    }
    return count;
  }
}
