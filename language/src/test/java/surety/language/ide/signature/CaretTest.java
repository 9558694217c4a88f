package surety.language.ide.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.ParsedSpecification;

class CaretTest {
  private static final String BEFORE =
      "semantics real;\nnetwork N = \"n.onnx\";\ndistribution D for N {\n  u ~ Beta(5, 6);\n";

  /** The caret is at the bar. */
  private static Optional<Caret> at(String text) {
    int offset = text.indexOf('|');
    String without = text.substring(0, offset) + text.substring(offset + 1);
    ParsedSpecification parsed = new ParsedSpecification(Path.of("half.sure"), without);
    return Caret.at(parsed.resource().getParseResult().getRootNode(), offset);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a ~ Beta(|; BETA 0",
        "a ~ Beta(|2, 3)@ }; BETA 0",
        "a ~ Beta(2|, 3)@ }; BETA 0",
        "a ~ Beta(2,|; BETA 1",
        "a ~ Beta(2, |; BETA 1",
        "a ~ Beta(2, | }; BETA 1",
        "a ~ Beta(2, |@ b ~ Normal(1, 2)@ }; BETA 1",
        "a ~ Beta(2, 3, |; BETA 2",
        "a ~ Beta(2, 3, , , |; BETA 4",
        "a ~ Beta  ( /* ( , */ 2 // ( ,\\n , |; BETA 1",
        "a ~ Gamma(1e5, 2.|; GAMMA 1",
        "a ~ Beta(2, 3)\\n b ~ Normal(0, |; NORMAL 1",
        "a ~ Beta(2, \\n b ~ Normal(0, |; NORMAL 1",
        "a ~ Triangular(0, $ , |; TRIANGULAR 2",
        "a ~ LogNormal(0, |; LOG_NORMAL 1",
        "a ~ StudentT(3, 0, |; STUDENT_T 2",
        "a ~ Histogram([0, 1, |; HISTOGRAM 0",
        "a ~ Histogram([0, 1, 2], |; HISTOGRAM 1",
        "a ~ Histogram([0, 1, 2], [0.5, |; HISTOGRAM 1",
        "a ~ Histogram([0, 1, 2]], |; HISTOGRAM 1",
        "a ~ Histogram(\"a.csv|; HISTOGRAM 0 text",
        "a ~ Histogram(\"a, b.csv\"|; HISTOGRAM 0 text",
        "a ~ Histogram(\"a, (b|.csv\")@; HISTOGRAM 0 text",
        "a ~ Normal(0, 1) on [|; NORMAL 0 on",
        "a ~ Normal(0, 1) on [-3, |; NORMAL 1 on",
        "a ~ Normal(0, 1) on [-3, 3, |]@; NORMAL 2 on",
        "a ~ Histogram([0, 1], [1]) on [0, |; HISTOGRAM 1 on",
      })
  void isFoundInHalfTypedText(String text, String wanted) {
    Caret caret = at(BEFORE + text.replace('@', ';').replace("\\n", "\n")).orElseThrow();
    assertEquals(
        wanted,
        caret.family()
            + " "
            + caret.place()
            + (caret.isText() ? " text" : "")
            + (caret.isTruncation() ? " on" : ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ~ |Beta(2, 3);",
        "a ~ Beta|(2, 3);",
        "a ~ Beta(2, 3)|;",
        "a ~ Beta(2, 3);|",
        "a ~ Beta(2, 3) |on [0, 1];",
        "a ~ Beta(2, 3) on |[0, 1];",
        "a ~ Beta(2, 3) on [0, 1]|;",
        "a ~ Beta(2, 3) [|0, 1];",
        "a ~ Beta(2, 3 } query q: P(|",
        "a ~ Beta(2, 3 query q: P(|",
        "a ~ Beta(2, P(|",
        "a ~ Bta(|",
        "a ~ LogUniform(|",
        "a ~ (|",
        "a = Beta(|",
        "// a ~ Beta(|",
        "// a ~ Beta(2, | 3)\n",
        "/* a ~ Beta(2, | 3) */",
        "a ~ Beta(2, /* here | */ 3)",
        "a ~ Beta(2, /* here |",
        "/* a ~ Beta(2, |",
        "a ~ Beta(2, // here |\n 3)",
        "} property p \"a ~ Beta(2, |\": ",
        "} property p \"a ~ Beta(2, \": P(|",
        "} network M = \"~ Beta(|",
        "~|",
        "a ~ )|",
      })
  void isNotFoundElsewhere(String text) {
    assertEquals(Optional.empty(), at(BEFORE + text));
  }

  @Test
  void anEmptyTextHasNone() {
    assertTrue(at("|").isEmpty());
    assertTrue(at("| ").isEmpty());
    assertTrue(at("(|").isEmpty());
  }
}
