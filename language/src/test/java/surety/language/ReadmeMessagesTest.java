package surety.language;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.Samples.PRELUDE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.problems.IssueCodes;

/**
 * What README.md promises of messages: every row of its table is a message that some specification
 * gets, word by word, and what is not supported yet is said to be so.
 */
class ReadmeMessagesTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z.-]+)`( \\(warning\\))? \\| (.*) \\|$");
  private static final Pattern NOT_YET =
      Pattern.compile("## Not yet\n\n(.*) are not supported\\. ", Pattern.DOTALL);
  private static final String QUERY = "query q: P(c > 0) = ? under D;\n";

  /** For each code a specification that gets the message of the table. */
  private static final Map<String, String> SPECIFICATIONS =
      Map.ofEntries(
          entry("text.too-large", " ".repeat(8 << 20) + "semantics real;\n"),
          entry("text.too-deep", Samples.term("(".repeat(201))),
          entry("syntax", Samples.claim("property p: P(c > 0) < 1 under D\n" + QUERY)),
          entry("unsupported", Samples.term("HalfNormal(1)")),
          entry("number", event("c > 1e-10001")),
          entry("semantics.missing", PRELUDE.replace("semantics real;", "") + QUERY),
          entry("semantics.unknown", PRELUDE.replace("real;", "float;") + QUERY),
          entry("semantics.accuracy", PRELUDE.replace("real;", "float32 accuracy 4 u;") + QUERY),
          entry(
              "semantics.unbounded",
              PRELUDE
                      .replace("real;", "float32;")
                      .replace("net.onnx", "norm.onnx")
                      .replace("c, d", "c")
                  + QUERY),
          entry("semantics.repeated", "semantics real;\n" + PRELUDE + QUERY),
          entry("name.repeated", PRELUDE + "network N = \"net.onnx\";\n" + QUERY),
          entry("name.case", PRELUDE + QUERY.replace("q:", "P1:") + QUERY.replace("q:", "p1:")),
          entry("name.word", Samples.claim("constant scott = 2;\n" + QUERY)),
          entry("name.group-repeated", PRELUDE.replace("a, b;", "a; input b;") + QUERY),
          entry("unknown.network", PRELUDE.replace("for N", "for M") + QUERY),
          entry("unknown.distribution", PRELUDE + QUERY.replace("under D", "under E")),
          entry("unknown.input", Samples.assignments("a = 0; bb = 1;")),
          entry(
              "unknown.output",
              PRELUDE.replace("c, d", "setosa, d") + QUERY.replace("c", "setsoa")),
          entry("unknown.family", Samples.term("Gauss(0, 1)")),
          entry("unknown.loop", loop("x := x;", "E(x[1]) = ? of Vehicel")),
          entry("loop.variable", loop("x := z;", "E(x[1]) = ? of Vehicle")),
          entry("loop.expression", loop("x := x[2];", "E(x[1]) = ? of Vehicle")),
          entry("loop.draw", loop("x ~ Beta(1, 2) on [0, 1];", "E(x[1]) = ? of Vehicle")),
          entry("loop.statement", loop("x := {1/2: 1; 1/3: 2;};", "E(x[1]) = ? of Vehicle")),
          entry("loop.size", loop(manyVariables(), "E(x[1]) = ? of Vehicle")),
          entry("loop.claim", loop("x := 1;", "E(x) = ? of Vehicle")),
          entry("power.place", event("c^2 > 1")),
          entry("network.missing", PRELUDE.replace("net.onnx", "nte.onnx") + QUERY),
          entry("network.unreadable", PRELUDE.replace("net.onnx", "text.onnx") + QUERY),
          entry("network.inputs", PRELUDE.replace("a, b;", "a;") + QUERY),
          entry("network.outputs", PRELUDE.replace("c, d", "c, d, e") + QUERY),
          entry("input.missing", Samples.assignments("b = 1;")),
          entry("input.repeated", Samples.assignments("a = 0; b = 1; b = 2;")),
          entry("index.vector", unnamed("z[0]")),
          entry("index.range", unnamed("y[2]")),
          entry("index.named", event("y[1] > 0")),
          entry("parameter.count", Samples.term("Normal(0)")),
          entry("parameter.kind", Samples.term("Normal(0, sigma = 1)")),
          entry("parameter.range", Samples.term("Normal(0, 0)")),
          entry("interval.empty", Samples.term("Normal(0, 1) on [1, 0]")),
          entry("interval.outside", Samples.term("Uniform(0, 1) on [2, 3]")),
          entry("histogram.length", Samples.term("Histogram([0, 1], [1/2, 1/2])")),
          entry("histogram.order", Samples.term("Histogram([0, 2, 1], [1/2, 1/2])")),
          entry("histogram.weight", Samples.term("Histogram([0, 1, 2], [-1/2, 3/2])")),
          entry("histogram.sum", Samples.term("Histogram([0, 1, 2], [0.5, 0.4])")),
          entry("polynomial.integral", Samples.term("Polynomial([0, 1], [[0, 1]])")),
          entry("histogram.file", Samples.term("Histogram(\"missing.csv\")")),
          entry("sample.file", Samples.term("Empirical(\"missing.csv\")")),
          entry("sample.names", Samples.assignments("(a, b) ~ Empirical(\"pairs.csv\");")),
          entry("covariance", Samples.assignments("(a, b) ~ Normal([0, 0], [[1, 2], [2, 1]]);")),
          entry("weights", Samples.term("Categorical(0: 0.7, 1: 0.2)")),
          entry(
              "mixture.part",
              Samples.claim("distribution M for N mixture { 0.5: D; 0.5: M; }\n" + QUERY)),
          entry("input.dependence", Samples.assignments("a = b + 1; b ~ Normal(0, 1);")),
          entry(
              "given.cases",
              Samples.assignments("a ~ Bernoulli(0.5); b ~ Normal(0, 1) given a == 0;")),
          entry("law.size", Samples.assignments("a ~ Binomial(200, 0.5); b ~ Binomial(99, 0.5);")),
          entry("event.without-output", event("1 > 0")),
          entry("event.constant", event("c - c < 0")),
          entry("event.nonlinear", event("c * d > 0")),
          entry("event.division", event("1 / c > 0")),
          entry("event.equality", event("c == 0")),
          entry("event.class", event("argmax(N) == a")),
          entry(
              "event.network",
              Samples.claim(
                  "network M = \"net.onnx\";\nevent e = M.y[0] > 0;\n"
                      + QUERY.replace("c > 0", "e"))),
          entry("event.directions", event("0 < c > 1")),
          entry("event.circle", Samples.claim("event e = c > 0 or e;\n" + QUERY)),
          entry("event.size", event("c > 0" + " or c > 0".repeat(1000))),
          entry("expression.kind", event("c + d")),
          entry("function.arguments", Samples.claim("query q: quantile(c) = ? under D;")),
          entry("level.range", Samples.claim("query q: quantile(c, 1) = ? under D;")),
          entry(
              "name.ambiguous",
              PRELUDE.replace("for N", "for N, M")
                  + "network M = \"net.onnx\" { output c, e; }\n"
                  + QUERY),
          entry("network.together", PRELUDE.replace("for N", "for N, N") + QUERY),
          entry("unknown.function", Samples.claim("query q: Pr(c > 0) = ? under D;")),
          entry("settings.repeated", Samples.claim("settings { }\nsettings { }\n" + QUERY)),
          entry("cdf.constant", Samples.claim("query q: cdf(c + 1) under D;")),
          entry("limit.range", Samples.claim("property p: P(c > 0) < 2 under D;")),
          entry("limit.idle", Samples.claim("property p: P(c > 0) < 0 under D;")),
          entry("limit.chain", Samples.claim("property p: 0.1 < P(c > 0) < 0.5 under D;")),
          entry("gap.range", options("within 2")),
          entry("threads.range", options("threads 0")),
          entry("timeout.range", options("timeout 0 s")),
          entry("timeout.unit", options("timeout 60 sec")),
          entry("option.repeated", options("within 0.1 within 0.2")),
          entry("points.count", Samples.claim("query q: cdf(c) at 0 points under D;")),
          entry("moments.constant", Samples.claim("query q: moments(c + 1) under D;")),
          entry(
              "moments.count",
              Samples.claim("query q: moments(c" + ", c".repeat(128) + ") under D;")),
          entry("moments.repeated", Samples.claim("query q: moments(c, d, c) under D;")),
          entry("cdf.repeated", Samples.claim("query q: cdf(c, c) under D;")),
          entry("points.grid", Samples.claim("query q: cdf(c, d) at 20 points under D;")),
          entry("points.order", Samples.claim("query q: cdf(c) at [1, 0] under D;")),
          entry(
              "expectation.unknown",
              Samples.claim("property p: P(c > 0) < 0.1 under D;\n// EXPECT: PROVEN")),
          entry("expectation.misplaced", PRELUDE + QUERY + "// EXPECT: PROVED\n"),
          entry("nothing-claimed", PRELUDE));

  /** For each thing that is not there yet a specification that has it. */
  private static final Map<String, String> LATER =
      Map.ofEntries(
          entry("`LogUniform`", Samples.term("LogUniform(1, 2)")),
          entry("`Gumbel`", Samples.term("Gumbel(0, 1)")),
          entry("`Density`", Samples.term("Density(\"exp(-abs(x)^3)\") on [-4, 4]")));

  @TempDir private Path folder;

  private static String loop(String step, String query) {
    return "semantics real;\nloop Vehicle { start { x := 0; } step { %s } }\nquery q: %s;\n"
        .formatted(step, query);
  }

  private static String manyVariables() {
    StringBuilder step = new StringBuilder();
    for (int k = 0; k < 64; k++) {
      step.append("v").append(k).append(" := 0; ");
    }
    return step.toString();
  }

  private static String event(String event) {
    return Samples.claim("query q: P(" + event + ") = ? under D;");
  }

  private static String unnamed(String output) {
    return PRELUDE.replace(" output c, d;", "") + "query q: P(" + output + " > 0) = ? under D;\n";
  }

  private static String options(String options) {
    return Samples.claim("query q: P(c > 0) = ? under D " + options + ";");
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private List<Diagnostic> diagnostics(String code) throws IOException {
    if (code.equals(IssueCodes.TEXT_NOT_TEXT)) {
      Path file =
          Files.write(folder.resolve("latin.sure"), "é".getBytes(StandardCharsets.ISO_8859_1));
      return new SpecificationReader().read(file).diagnostics();
    }
    assertTrue(SPECIFICATIONS.containsKey(code), "no specification gets " + code);
    if (code.equals(IssueCodes.SAMPLE_NAMES)) {
      Files.writeString(folder.resolve("pairs.csv"), "right,left\n1,2\n");
    }
    List<Diagnostic> all = new Samples(folder).read(SPECIFICATIONS.get(code)).diagnostics();
    Files.deleteIfExists(folder.resolve("pairs.csv")); // it must not be the nearest name of others
    return all;
  }

  @Test
  void everyRowOfTheTableIsAMessageThatSomebodyGets() throws IOException {
    Set<String> codes = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    ROW.matcher(readme())
        .results()
        .forEach(
            row -> {
              codes.add(row.group(1));
              Severity severity = row.group(2) == null ? Severity.ERROR : Severity.WARNING;
              String words = Pattern.quote(row.group(3)).replace("...", "\\E.*\\Q");
              try {
                List<Diagnostic> all = diagnostics(row.group(1));
                if (all.stream()
                    .noneMatch(
                        d ->
                            d.code().equals(row.group(1))
                                && d.severity() == severity
                                && (d.message().equals(row.group(3))
                                    || d.message().matches(words)))) {
                  wrong.add(row.group() + " but " + all);
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    assertEquals(List.of(), wrong);
    Set<String> expected = new HashSet<>(SPECIFICATIONS.keySet());
    expected.add(IssueCodes.TEXT_NOT_TEXT);
    assertEquals(expected, codes);
  }

  @Test
  void whatIsNotSupportedYetIsSaidToBeSo() throws IOException {
    var section = NOT_YET.matcher(readme());
    assertTrue(section.find());
    List<String> things = List.of(section.group(1).split(", | and "));
    assertEquals(LATER.keySet(), new HashSet<>(things));
    for (String thing : things) {
      List<Diagnostic> all = new Samples(folder).read(LATER.get(thing)).diagnostics();
      assertTrue(
          all.stream().anyMatch(d -> d.message().contains("not supported yet")),
          thing + ": " + all);
    }
  }
}
