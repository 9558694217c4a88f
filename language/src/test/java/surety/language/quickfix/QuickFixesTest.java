package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.Diagnostic;
import surety.language.Samples;
import surety.language.Specification;
import surety.language.problems.IssueCodes;

/** Quick fixes as a whole: each repairs what it is for, and nothing else. */
class QuickFixesTest {
  private static final long SEED = 41;
  private static final int TEXTS = 120;
  private static final Pattern COMMENT = Pattern.compile("//[^\r\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  @TempDir private Path folder;
  private Repairs repairs;

  @BeforeEach
  void fill() throws IOException {
    repairs = new Repairs(folder);
  }

  @Test
  void brokenSpecificationsAreRepaired() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < TEXTS; i++) {
      BrokenSpecification broken = BrokenSpecification.of(random, i);
      Specification valid = repairs.read(broken.valid());
      assertTrue(valid.diagnostics().isEmpty(), () -> broken + " " + valid.diagnostics());
      Specification specification = repairs.read(broken.text());
      assertFalse(specification.diagnostics().isEmpty(), broken::toString);
      Diagnostic diagnostic = specification.diagnostics().get(0);
      seen.add(diagnostic.code());
      QuickFix fix = QuickFixes.of(specification, diagnostic).get(0);
      String repaired = fix.applyTo(broken.text());
      Specification after = repairs.read(repaired);
      assertTrue(after.diagnostics().isEmpty(), () -> broken + repaired + after.diagnostics());
      assertEquals(comments(broken.text()), comments(repaired), broken::toString);
      assertEquals(
          broken.text().contains("\r\n"),
          repaired.matches("(?s).*\r\n.*") && !repaired.matches("(?s).*[^\r]\n.*"),
          repaired);
    }
    assertEquals(BrokenSpecification.codes(), seen);
  }

  private static List<String> comments(String text) {
    return COMMENT.matcher(text).results().map(result -> result.group()).toList();
  }

  @Test
  void oneFixLeavesOtherErrors() throws IOException {
    String text =
        """
        // a header

        network N = "net.onnx" { input a, b; output c, d; }
        distribution D for N { a ~ Unifrom(0, 1); b ~ Uniform(1, 0); /* ends */ }
        query q: P(c > 0) = ? under E; // which?
        query q: cdf(c) at [1, 0] under D;
        """;
    Specification specification = repairs.read(text);
    int count = specification.diagnostics().size();
    assertEquals(6, count, specification.diagnostics()::toString);
    for (Diagnostic diagnostic : specification.diagnostics()) {
      for (QuickFix fix : QuickFixes.of(specification, diagnostic)) {
        Specification after = repairs.read(fix.applyTo(text));
        assertEquals(count - 1, after.diagnostics().size(), fix::toString);
        assertTrue(
            after.diagnostics().stream().noneMatch(d -> d.message().equals(diagnostic.message())),
            fix::toString);
      }
    }
  }

  @Test
  void firstFixesRepairAllErrorsInTheEnd() throws IOException {
    String text =
        """
        network N = "net.onnx" { input a; output c, d, e; }
        distribution D for M { a ~ Gauss(1, 0); }
        property p: P(c - y[1] > 0) < 5e-1 under D timeout 1 sec
        // EXPECT: PROVEN
        """;
    int rounds = 0;
    Specification specification = repairs.read(text);
    while (!specification.diagnostics().isEmpty()) {
      Diagnostic diagnostic = specification.diagnostics().get(0);
      QuickFix fix =
          QuickFixes.of(specification, diagnostic).stream()
              .findFirst()
              .orElseThrow(() -> new AssertionError("no fix of " + diagnostic));
      text = fix.applyTo(text);
      specification = repairs.read(text);
      rounds++;
      assertTrue(rounds < 20, text);
    }
    assertEquals(
        """
        semantics real;

        network N = "net.onnx" { input a, x1; output c, d; }
        distribution D for N { a = 1; x1 ~ Uniform(0, 1); }
        property p: P(c - d > 0) < 5e-1 under D timeout 1 s;
        // EXPECT: PROVED
        """,
        text);
  }

  @Test
  void messagesWithoutAnObviousWayOutHaveNone() throws IOException {
    repairs.checkNone(IssueCodes.LIMIT_RANGE, Samples.claim("property p: P(c > 0) < 2 under D;"));
    repairs.checkNone(IssueCodes.LIMIT_IDLE, Samples.claim("property p: P(c > 0) <= 1 under D;"));
    repairs.checkNone(IssueCodes.EVENT_CONSTANT, Samples.claim("query q: P(c > c) = ? under D;"));
    repairs.checkNone(IssueCodes.NOTHING_CLAIMED, Samples.PRELUDE);
    repairs.checkNone(IssueCodes.NUMBER, Samples.claim("query q: P(c > 1e-10001) = ? under D;"));
    repairs.checkNone(IssueCodes.TEXT_NOT_TEXT, "\u0000");
    repairs.checkNone(IssueCodes.NETWORK_UNREADABLE, Samples.claim("network M = \"text.onnx\";"));
  }

  private static long count(Specification specification, Diagnostic diagnostic) {
    return specification.diagnostics().stream()
        .filter(d -> d.code().equals(diagnostic.code()))
        .filter(d -> d.message().equals(diagnostic.message()))
        .count();
  }

  /** Whatever the text, a fix makes its message go away, if others may come to light. */
  @Test
  void anyTextIsFine() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < TEXTS; i++) {
      String text = BrokenSpecification.mangled(random);
      Specification specification = repairs.read(text);
      for (Diagnostic diagnostic : specification.diagnostics()) {
        for (QuickFix fix : QuickFixes.of(specification, diagnostic)) {
          assertTrue(
              count(repairs.read(fix.applyTo(text)), diagnostic) < count(specification, diagnostic),
              () -> diagnostic + " stays after " + fix + " in " + text);
        }
      }
    }
  }

  @Test
  void theTableInTheReadmeListsAllThatHaveFixes() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("### Quick fixes");
    Matcher codes =
        Pattern.compile("\\(`([a-z.-]+)`\\)")
            .matcher(readme.substring(start, readme.indexOf("\n## ", start)));
    Set<String> listed = new TreeSet<>();
    codes.results().forEach(result -> listed.add(result.group(1)));
    assertEquals(new TreeSet<>(QuickFixes.codes()), listed);
  }
}
