package surety.language.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.OnnxSample;
import surety.language.SpecificationFormatter;
import surety.language.SpecificationReader;

class SpecificationTemplateTest {
  @TempDir private Path folder;
  private Path network;

  @BeforeEach
  void create() throws IOException {
    network = folder.resolve("net.onnx");
    Files.write(network, OnnxSample.linear(2, 2));
  }

  private SpecificationTemplate sound() {
    return template("Net", "speed", "Uniform(0, 1)", "c", "p", "R1: rare", "P(c > 1.5) < 0.5");
  }

  /** Of two inputs and outputs, the second input is angle = 1/3, the second output d. */
  private SpecificationTemplate template(
      String name,
      String input,
      String distribution,
      String output,
      String claimName,
      String title,
      String claim) {
    return new SpecificationTemplate(
        folder.resolve("new.sure"),
        network,
        name,
        List.of(new Choice(input, distribution), new Choice("angle", "= 1/3")),
        List.of(output, "d"),
        claimName,
        title,
        claim);
  }

  /** The same with another file, network and names. */
  private Draft draft(
      Path file, Path net, List<Choice> inputs, List<String> outputs, String claim) {
    return new SpecificationTemplate(file, net, "Net", inputs, outputs, "p", "", claim).draft();
  }

  @Test
  void isLaidOutAndValid() {
    Draft draft = sound().draft();
    assertEquals(List.of(), draft.problems());
    assertEquals(
        """
        semantics real;

        network Net = "net.onnx" {
          input  speed, angle;
          output c, d;
        }

        distribution Inputs for Net {
          speed ~ Uniform(0, 1);
          angle = 1/3;
        }

        property p "R1: rare":
          P(c > 1.5) < 0.5 under Inputs;
        """,
        draft.text());
    assertEquals(draft.text(), new SpecificationFormatter().format(draft.text()));
    assertEquals(
        1,
        new SpecificationReader()
            .read(folder.resolve("new.sure"), draft.text())
            .obligations()
            .size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cdf(c)|query p: cdf(c) under Inputs;",
        "cdf(c) at 10 points|query p: cdf(c) at 10 points under Inputs;",
        "P(c > 1) = ?|query p: P(c > 1) = ? under Inputs;",
        "  P(c>1)<=1/2  |property p: P(c > 1) <= 1/2 under Inputs;",
      })
  void whatHasNoLimitIsAQuery(String claim, String line) {
    Draft draft = template("Net", "a", "Beta(2, 2)", "c", "p", "", claim).draft();
    assertEquals(List.of(), draft.problems());
    assertEquals(line, draft.text().replaceAll("(?s).*}\n\n", "").replaceAll("\\s+", " ").strip());
  }

  @Test
  void withoutAClaimItIsAStart() {
    Draft draft = template("Net", "a", "~ Beta(2, 2)", "c", "", "", " ").draft();
    assertEquals(List.of(), draft.problems());
    assertTrue(draft.text().endsWith("  angle = 1/3;\n}\n"), draft.text());
  }

  @Test
  void manyInputsNeedNoNames() throws IOException {
    Path wide = Files.write(folder.resolve("wide.onnx"), OnnxSample.linear(784, 1));
    List<Choice> inputs = new ArrayList<>();
    for (int i = 0; i < 784; i++) {
      inputs.add(new Choice("x[" + i + "]", i == 0 ? "Uniform(0, 1)" : "= 0"));
    }
    Draft draft = draft(folder.resolve("w.sure"), wide, inputs, List.of(), "P(y[0] > 0.5) < 0.9");
    assertEquals(List.of(), draft.problems());
    assertTrue(draft.text().contains("network Net = \"wide.onnx\";\n"), draft.text());
    assertTrue(draft.text().contains("  x[783] = 0;\n"));
    List<Choice> fewer = inputs.subList(0, 780);
    Draft short780 = draft(folder.resolve("w.sure"), wide, fewer, List.of("y[0]"), "cdf(y[0])");
    assertEquals(1, short780.problems().size(), short780.problems().toString());
    assertTrue(short780.problems().get(0).contains("x[780]"), short780.problems().toString());
  }

  @Test
  void aSpecificationMayBeTooLarge() throws IOException {
    List<Choice> inputs = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      inputs.add(new Choice("x[" + i + "]", "Uniform(0, 1)"));
    }
    Draft draft = draft(folder.resolve("w.sure"), network, inputs, List.of(), "");
    assertEquals(1, draft.problems().size());
    assertTrue(
        draft.problems().get(0).startsWith("this specification is larger than"),
        draft.problems().get(0));
  }

  @Test
  void theNetworkIsFoundFromTheSpecification() throws IOException {
    Path sub = Files.createDirectories(folder.resolve("a b/c"));
    List<Choice> inputs = List.of(new Choice("x[0]", "= 1"), new Choice("x[1]", "Beta(1, 1)"));
    for (Path file : List.of(sub.resolve("n.sure"), sub.resolve("../c/n.sure"))) {
      Draft draft = draft(file, network, inputs, List.of(), "cdf(y[0])");
      assertEquals(List.of(), draft.problems());
      assertTrue(draft.text().contains("\"../../net.onnx\""), draft.text());
    }
    Path deep = Files.write(sub.resolve("Ünet.onnx"), OnnxSample.linear(2, 2));
    Draft down = draft(folder.resolve("n.sure"), deep, inputs, List.of(), "cdf(y[0])");
    assertEquals(List.of(), down.problems());
    assertTrue(down.text().contains("\"a b/c/Ünet.onnx\""), down.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "my net|-|-|-|-|-|-|network: 'my net' cannot be a name; use letters, digits and _, and begin with no digit",
        "``|-|-|-|-|-|-|network: '' cannot be a name; use letters, digits and _, and begin with no digit",
        "network|-|-|-|-|-|-|network: 'network' is a word of the language; choose another name",
        "-|1st|-|-|-|-|-|name of input 1: '1st' cannot be a name; use letters, digits and _, and begin with no digit",
        "-|x[0]|-|-|-|-|-|name of input 1: 'x[0]' cannot be a name; use letters, digits and _, and begin with no digit",
        "-|angle|-|-|-|-|-|name of input 2: 'angle' is the name of another input or output; rename one of them",
        "-|-|-|angle|-|-|P(d > 1) < 0.5|name of output 1: 'angle' is the name of another input or output; rename one of them",
        "-|-|-|é|-|-|P(d > 1) < 0.5|name of output 1: 'é' cannot be a name; use letters, digits and _, and begin with no digit",
        "-|-|Uniform(1, 0)|-|-|-|-|input speed: the interval [1, 0] is empty; put the smaller number first",
        "-|-|Unifrom(0, 1)|-|-|-|-|input speed: there is no distribution 'Unifrom'; did you mean 'Uniform'?",
        "-|-|Beta(0, 1)|-|-|-|-|input speed: the alpha of Beta must be positive, not 0",
        "-|-|``|-|-|-|-|input speed: it has no distribution; write for instance Uniform(0, 1), or = 0",
        "-|-|Beta(1, 1); angle = 2|-|-|-|-|input speed: this is more than a distribution or a value; write for instance Uniform(0, 1)",
        "-|-|Beta(1, 1) // good|-|-|-|-|input speed: *",
        "-|-|Uniform(0, 1|-|-|-|-|input speed: *",
        "-|-|1.5|-|-|-|-|input speed: *",
        "-|-|= ?|-|-|-|-|input speed: *",
        "-|-|Histogram(\"no.csv\")|-|-|-|-|input speed: histogram file 'no.csv' is not there; its path is relative to the folder of the specification",
        "-|-|-|-|two words|-|-|name: 'two words' cannot be a name; use letters, digits and _, and begin with no digit",
        "-|-|-|-|-|a \"b\"|-|title: it cannot have quotation marks or line breaks; leave them out",
        "-|-|-|-|-|-|P(e > 1) < 0.5|property: network Net has no output 'e'; its outputs are c, d",
        "-|-|-|-|-|-|P(c > 1) < 2|property: *",
        "-|-|-|-|-|-|P(c > 1)|property: *",
        "-|-|-|-|-|-|P(c > 1 < 0.5|property: *",
        "-|-|-|-|-|-|c > 1|property: *",
        "-|-|-|-|-|-|P(c > 1) < 0.5 under Inputs|property: *",
        "-|-|-|-|-|-|P(c > 1) < 0.5 under I; query q: cdf(c)|property: this is more than one claim; write for instance P(y0 > 0.5) < 1e-2",
      })
  void oneMistakeIsOneProblem(
      String name,
      String input,
      String distribution,
      String output,
      String claimName,
      String title,
      String claim,
      String problem) {
    SpecificationTemplate good = sound();
    Draft draft =
        template(
                or(name, good.name()),
                or(input, "speed"),
                or(distribution, "Uniform(0, 1)"),
                or(output, "c"),
                or(claimName, good.claimName()),
                or(title, good.title()),
                or(claim, good.claim()))
            .draft();
    assertEquals(1, draft.problems().size(), draft.problems().toString());
    String start = problem.replace("*", "").strip();
    assertTrue(draft.problems().get(0).startsWith(start), draft.problems().toString());
    assertTrue(problem.endsWith("*") || draft.problems().get(0).equals(problem));
  }

  private static String or(String given, String otherwise) {
    return given == null ? otherwise : given;
  }

  @Test
  void eachMistakeIsSaidOnce() {
    Draft draft = template("my net", "1", "Beta(", "2", "p q", "\"", "P(").draft();
    List<String> fields =
        draft.problems().stream().map(p -> p.substring(0, p.indexOf(':'))).toList();
    assertEquals(
        List.of(
            "network",
            "name of input 1",
            "input 1",
            "name of output 1",
            "name",
            "title",
            "property"),
        fields);
  }

  @Test
  void theNetworkFileIsLookedAt() {
    List<Choice> one = List.of(new Choice("a", "Beta(1, 1)"));
    Draft counted = draft(folder.resolve("n.sure"), network, one, List.of(), "cdf(y[0])");
    assertEquals(
        List.of(
            "network: network Net names 1 input, but 'net.onnx' has 2; name all of them, or none"),
        counted.problems());
    Draft gone =
        draft(folder.resolve("n.sure"), folder.resolve("no.onnx"), one, List.of(), "cdf(y[0])");
    assertEquals(
        List.of("network file: network file 'no.onnx' is not there; did you mean 'net.onnx'?"),
        gone.problems());
    Draft quoted =
        draft(folder.resolve("n.sure"), folder.resolve("a\"b.onnx"), one, List.of(), "cdf(y[0])");
    assertEquals(1, quoted.problems().size());
    assertTrue(quoted.problems().get(0).startsWith("network file: a path in a specification"));
  }
}
