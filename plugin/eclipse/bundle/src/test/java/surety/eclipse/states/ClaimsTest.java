package surety.eclipse.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
  private static final String TEXT =
      """
      // The whole of it.
      semantics real;
      network Net = "net.onnx" {
        input a, b; // two
        output y;
      }
      distribution D for Net { a ~ Uniform(0, 1); b = 2; }

      property low "R1: low; or not": P(y > 2) < 1e-2 under D; // EXPECT: PROVED
      /* the other; one */
      property high "R2":
        P(y > 3) < 1e-3 under D;
      query all: cdf(y) at 10 points under D;
      """;

  private static final Set<String> ALL = Set.of("low", "high", "all");

  private static Set<String> changed(String from, String to) {
    assertTrue(TEXT.contains(from), from);
    return Claims.of(TEXT).changedIn(Claims.of(TEXT.replace(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "// The whole of it.|// All of it; semantics real;",
        "// two|// 2 */",
        "the other; one|property other: P(y > 1) < 1 under D;",
        "semantics real;|'semantics   real;  // as it is'",
        "R1: low; or not|R1: high",
        "'P(y > 3) < 1e-3'|'P(y >   3) /* sharp */ < 1e-3'",
        "// EXPECT: PROVED|",
        "query all|dist query all"
      })
  void whatMeansTheSameKeepsItsVerdict(String from, String to) {
    Set<String> changed = changed(from, to == null ? "" : to);
    assertEquals(from.equals("query all") ? Set.of("all") : Set.of(), changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e-2|1e-29|low",
        "P(y > 3)|P(y >= 3)|high",
        "10 points|11 points|all",
        "property high|property height|high height",
        "query all|query al|all al",
        "cdf(y) at 10 points under D|P(y > 1) = ? under D|all",
      })
  void anEditOfOneLeavesTheOthers(String from, String to, String names) {
    assertEquals(Set.of(names.split(" ")), changed(from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Uniform(0, 1)|Uniform(0, 2)",
        "net.onnx|nets.onnx",
        "input a, b|input b, a",
        "b = 2|b = 3",
        "semantics real|semantics float32",
        "distribution D for Net { a|distribution D for Net { /* a",
        "network Net|network Nets"
      })
  void anEditOfWhatAllDependOnPutsAllInDoubt(String from, String to) {
    assertEquals(ALL, changed(from, to));
  }

  /** Deleting one sign can make two declarations one, or hide one in a comment. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'under D; // EXPECT: PROVED'|'under D // EXPECT: PROVED'|low high",
        "'< 1e-3 under D;'|'< 1e-3 under D'|high all",
        "'property high'|'/* property high'|high all",
        "'property high'|'// property high'|high",
        "' one */'|' one *'|high all",
        "'property high'|'\"property high'|high"
      })
  void whatSwallowsOthersPutsThemInDoubt(String from, String to, String names) {
    assertTrue(
        changed(from, to).containsAll(Set.of(names.split(" "))), () -> "" + changed(from, to));
  }

  /** A new property in the making takes nothing from those that are there. */
  @Test
  void typingAtTheEndLeavesAllThatIsThere() {
    String added = "property new: P(y > 4) < 1;";
    for (int i = 1; i < added.length(); i++) {
      Claims before = Claims.of(TEXT + added.substring(0, i - 1));
      Claims now = Claims.of(TEXT + added.substring(0, i));
      Set<String> changed = before.changedIn(now);
      assertTrue(changed.stream().noneMatch(ALL::contains), added.substring(0, i));
    }
  }

  @Test
  void nothing() {
    assertEquals(Set.of(), Claims.of("").changedIn(Claims.of(" // nothing\n")));
    assertEquals(ALL, Claims.of(TEXT).changedIn(Claims.of("")));
    assertEquals(ALL, Claims.of("\"").changedIn(Claims.of(TEXT)));
  }
}
