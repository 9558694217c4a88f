package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layout changes blanks and line breaks only, and once only. */
class SpecificationFormatterTest {
  private static final long SEED = 8;
  private static final int TEXTS = 100;
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private static final String LAID_OUT =
      """
      // Which scores does a classifier of irises give?

      // Claims are about real numbers.
      semantics real; // not floats

      network Iris = "iris-relu.onnx" {
        input  sepal_length, sepal_width;
        output setosa, versicolor, virginica; // in this order
      }

      network Other = "other.onnx";

      /* The inputs are independent. */
      distribution Flowers for Iris {
        // scaled to [0, 1]
        sepal_length ~ Beta(2, 2) on [0.1, 0.9];
        sepal_width  ~ Histogram([0, 0.5, 1], [1/4, 3/4]);

        x[0]         = -1.5; // fixed
      }

      property rare "R1: a high setosa score is rare":
        P(2 * setosa - (versicolor + 1) / 3 > -3.5) < 1e-2 under Flowers within 1e-6 timeout 60 s;
      // EXPECT: PROVED

      property low: P(setosa < -9) <= 1e-3 under Flowers; // EXPECT: PROVED
      query scores: cdf(setosa) at 100 points under Flowers;

      query some: cdf(-setosa) at [0, 0.5, 1] under Flowers;
      query all: P(setosa > 0) = ? under Flowers;

      settings {
        within 1e-6;
        timeout 60 s;
        threads 2;
      }

      distribution Both for Iris, Other {
        x[0] = 1;
      }

      constant g = 9.81;

      distribution Other for Iris {
        x            = "row.csv";
        x[0..1]      ~ 10 + 5 * Beta(2, 2);
        (x[0], x[1]) ~ Kde("s.csv", bandwidth = [[1, 0], [0, 1]]) on [0, inf] x [-inf, 1/2];
        x[1]         ~ Polynomial([0, 1, 3/2], [[0, 1], [1, -1/3, 2e-1]]) on [0.5, inf];
        x[0]         ~ -Mixture(0.3: Normal(2 * x[1] + g, 1/3), 0.7: Normal(0, variance = 0.3) / 2);
        x[1]         ~ Categorical(-1: 1/2, 1: 1/2) given x[0] <= 3 and not x[0] < g;
      }

      distribution Mixed for Iris mixture {
        0.4: Flowers;
        1/2: Other;
      }

      event danger = setosa > 12 and not (0 <= versicolor < 1 or argmax(Iris) in {setosa, virginica});
      property often:
        P(danger | argmax(A) != argmax(B)) / P(A.y[0] > max(x[0], -1)) >= 0.8 under Both;
      property near: abs(E(setosa | danger) - Std(virginica)) in [-1, 0.5] under Both;
      // the end
      """;

  private final SpecificationFormatter formatter = new SpecificationFormatter();

  @Test
  void theLayoutStaysAsItIs() {
    assertEquals(LAID_OUT, formatter.format(LAID_OUT));
  }

  @Test
  void whatIsSqueezedIsLaidOut() {
    String squeezed =
        """
        semantics real;network N="n.onnx"{input a,b;output c;}distribution D for N{a~Normal(0,1)on[-1,1];
        longer=1;}
        property p "t":P(2*c-(c+1)/3>-3.5)<1e-2 under D within 1e-6 timeout 60s;query q:cdf(-c)at[0,1]under D;query t:cdf(c,d|a>0)at 20  x 30  points under D;query u:cdf(c , d)at[0,1]x[2]under D;query r:P(c>0)=?under D;event e=not  not(c>0and a in[0,1])or argmin(N)in{c , d};settings{within 1e-3;timeout 5min;threads  2;}property s:1-P(e|N . c<1and 0<c<=1)in[0,1]under D;property v:0.1<=E(c)<= 2 under D threads  1;""";
    assertEquals(
        """
        semantics real;

        network N = "n.onnx" {
          input  a, b;
          output c;
        }

        distribution D for N {
          a      ~ Normal(0, 1) on [-1, 1];
          longer = 1;
        }

        property p "t":
          P(2 * c - (c + 1) / 3 > -3.5) < 1e-2 under D within 1e-6 timeout 60 s;
        query q: cdf(-c) at [0, 1] under D;
        query t: cdf(c, d | a > 0) at 20 x 30 points under D;
        query u: cdf(c, d) at [0, 1] x [2] under D;
        query r: P(c > 0) = ? under D;
        event e = not not (c > 0 and a in [0, 1]) or argmin(N) in {c, d};

        settings {
          within 1e-3;
          timeout 5 min;
          threads 2;
        }

        property s: 1 - P(e | N.c < 1 and 0 < c <= 1) in [0, 1] under D;
        property v: 0.1 <= E(c) <= 2 under D threads 1;
        """,
        formatter.format(squeezed));
  }

  @Test
  void whatIsSpreadOutIsGathered() {
    String spread =
        """


        semantics
          real
          ;



        query
        q   :
          P  (  c
           >   -  1 )
          =   ?
             under   D   ;


        """;
    assertEquals(
        """
        semantics real;

        query q: P(c > -1) = ? under D;
        """,
        formatter.format(spread));
  }

  @Test
  void aLongClaimGetsALineOfItsOwn() {
    String sum = " + first_score".repeat(6).substring(3);
    assertEquals(
        "query q:\n  P(" + sum + " > 0) = ? under D;\n",
        formatter.format("query q: P(" + sum + "> 0) = ? under D;"));
  }

  @Test
  void aLongListIsWrapped() {
    String list = ", 0.125".repeat(40).substring(2);
    String formatted = formatter.format("query q: cdf(c) at [" + list + "] under D;");
    assertTrue(formatted.lines().allMatch(line -> line.length() <= 100), formatted);
    assertEquals(formatted, formatter.format(formatted));
  }

  @Test
  void windowsLinesStayWindowsLines() {
    String windows = LAID_OUT.replace("\n", "\r\n");
    assertEquals(windows, formatter.format(windows));
    assertEquals(windows, formatter.format(windows.replace("  ", "    ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "property p: P(c >",
        "property p P(c > 0) < 1 under D;",
        "  what is this?",
        "\u0000",
        "semantics real; semantics"
      })
  void whatCannotBeParsedIsLeftAlone(String text) {
    assertEquals(text, formatter.format(text));
    List<Diagnostic> errors = new SpecificationReader().syntaxErrors(Path.of("a.sure"), text);
    assertEquals(1, errors.size());
    assertEquals(Path.of("a.sure"), errors.get(0).file());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "// only a comment\n", "/* a */ /* b */"})
  void nothingMuchIsNoProblem(String text) {
    String formatted = formatter.format(text);
    assertEquals(comments(text), comments(formatted));
    assertEquals(formatted, formatter.format(formatted));
    assertEquals(List.of(), new SpecificationReader().syntaxErrors(Path.of("a.sure"), text));
  }

  @Test
  void randomTextsKeepTheirMeaningAndComments() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < TEXTS; i++) {
      String text = SpecificationGenerator.text(random);
      ParsedSpecification original = parse(text);
      assertTrue(original.isWellFormed(), text);
      String once =
          SpecificationFormatter.formatLines(
              text,
              conflict -> {
                throw new AssertionError(text, conflict);
              });
      ParsedSpecification formatted = parse(once);
      assertTrue(formatted.isWellFormed(), once);
      assertTrue(
          EcoreUtil.equals(original.model().orElseThrow(), formatted.model().orElseThrow()), once);
      assertEquals(comments(text), comments(once), once);
      assertEquals(once, formatter.format(once), () -> "formatted twice, from\n" + text);
    }
  }

  private static ParsedSpecification parse(String text) {
    return new ParsedSpecification(Path.of("sample.sure"), text);
  }

  /** The comments, without the blanks in them that indentation may change. */
  private static List<String> comments(String text) {
    String withoutText = text.replaceAll("\"[^\"]*\"", "");
    return COMMENT
        .matcher(withoutText)
        .results()
        .map(MatchResult::group)
        .map(comment -> comment.replaceAll("\\s+", " ").strip())
        .toList();
  }
}
