package surety.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What pages show of commands is what these print, but for the time that they take. */
class PagesTest {
  private static final Path ROOT = Path.of("../..");
  private static final List<String> PAGES =
      List.of(
          "README.md",
          "plugin/cli/README.md",
          "examples/battery/README.md",
          "examples/braking/README.md",
          "examples/collision-avoidance/README.md",
          "examples/digits/README.md",
          "examples/fairness/README.md",
          "examples/fusion/README.md",
          "examples/iris/README.md",
          "examples/load/README.md",
          "examples/missing/README.md",
          "examples/moons/README.md",
          "examples/versions/README.md");

  private static final Pattern SESSION =
      Pattern.compile("(?ms)^```\\w*\\n\\$ (?:\\./)?surety (.*?)\\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final String LEFT_OUT = "[...]";

  @TempDir private static Path certificates;

  /** A command with the lines that pages show of it. */
  @TestFactory
  Stream<DynamicTest> commandsPrintWhatPagesShow() throws IOException {
    Map<String, List<List<String>>> shown = new TreeMap<>();
    for (String page : PAGES) {
      SESSION
          .matcher(Files.readString(ROOT.resolve(page)))
          .results()
          .filter(session -> isRun(session.group(1)))
          .forEach(
              session ->
                  shown
                      .computeIfAbsent(session.group(1), command -> new ArrayList<>())
                      .add(lines(session.group(2))));
    }
    assertFalse(shown.isEmpty());
    return shown.entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
  }

  /** What writes files or needs written ones, or never ends, is left to other tests. */
  private static boolean isRun(String command) {
    return !command.startsWith("language-server")
        && !command.startsWith("diff")
        && !command.startsWith("verify-attestation")
        && !command.contains(" > ")
        && !command.contains("--output")
        && !command.contains("--samples")
        && !command.contains("--svg");
  }

  private static void check(String command, List<List<String>> pages) {
    List<Object> arguments = new ArrayList<>();
    WORD.matcher(command).results().map(PagesTest::word).forEach(arguments::add);
    Optional<String> file =
        arguments.stream().map(Object::toString).filter(a -> a.endsWith(".sure")).findFirst();
    String folder = Path.of(file.orElse("x.sure")).resolveSibling("certificates").toString();
    boolean hasCertificates = List.of("check", "cdf", "moments").contains(arguments.get(0));
    arguments.replaceAll(a -> a.toString().startsWith("examples/") ? ROOT + "/" + a : a);
    if (hasCertificates) {
      arguments.add("--certificates=" + certificates);
      if (pages.stream().flatMap(List::stream).noneMatch(line -> line.contains("unchanged, "))) {
        arguments.add("--fresh"); // what was found for another page is not to be seen here
      }
    }
    if (hasCertificates || List.of("explain", "estimate").contains(arguments.get(0))) {
      arguments.add("--timeout=1h"); // what depends on the time that is left, on no machine does
    }
    if (!arguments.contains("--fresh") && hasCertificates) {
      CommandRun.of(arguments.toArray()); // of a page that shows what the second time is like
    }
    String out = CommandRun.of(arguments.toArray()).out();
    List<String> printed =
        lines(out.replace(certificates.toString(), folder).replace(ROOT + "/examples", "examples"));
    for (List<String> shown : pages) {
      Iterator<String> left = printed.iterator();
      for (String line : shown) {
        assertTrue(
            line.equals(LEFT_OUT) || line.isEmpty() || isNext(left, line),
            () -> "'" + line + "' is not printed there by surety " + command + ":\n" + out);
      }
    }
  }

  private static boolean isNext(Iterator<String> left, String line) {
    while (left.hasNext()) {
      if (left.next().equals(line)) {
        return true;
      }
    }
    return false;
  }

  private static String word(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1);
  }

  private static List<String> lines(String text) {
    return text.lines()
        .map(line -> line.replaceAll("\\b[0-9]+\\.[0-9]+ s(?=,|$)", "T s"))
        .map(line -> line.replaceAll("\"seconds\" : [0-9.E-]+", "\"seconds\" : T"))
        .map(String::stripTrailing)
        .toList();
  }
}
