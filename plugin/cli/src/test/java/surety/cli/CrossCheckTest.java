package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.language.verification.Search;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

class CrossCheckTest {
  private static final String BAND = "query band: cdf(y0) at 8 points under Even;";
  private static final String PROPERTY = "property low: P(y0 > 0.75) < 0.5 under Even;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
    Files.write(folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}}, "Relu"));
  }

  @Test
  void regionsAgreeWithTheSearch() throws IOException {
    CommandRun run =
        CommandRun.of("check", project.specification(BAND, PROPERTY), "--cross-check", "regions");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.err().contains("'band': 8 thresholds over 1 regions, all in agree"), run.err());
    assertTrue(run.err().contains("'low': 1 threshold over 1 regions, all in agree"), run.err());
    assertTrue(run.firstLine().startsWith("PROVED"), run.out());
  }

  @Test
  void z3AgreesWithTheKernel() throws IOException {
    CommandRun run =
        CommandRun.of("cdf", project.specification(BAND), "--cross-check", "z3,regions");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.err().contains("Z3 proves the bounds of"), run.err());
    assertTrue(run.err().contains("all in agreement"), run.err());
    assertTrue(run.out().startsWith("t,lower,upper"), run.out());
  }

  @Test
  void inputsMayDependOnEachOther() throws IOException {
    Files.write(
        folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}, {-1}}, "Relu"));
    Path file =
        Files.writeString(
            folder.resolve("law.sure"),
            """
            semantics real;
            network Net = "net.onnx" { input a, b; }
            distribution Law for Net {
              a ~ Bernoulli(0.3);
              b ~ Normal(0, 1) given a == 0;
              b ~ Uniform(-1, 3) given a == 1;
            }
            query band: cdf(y[0]) at 8 points under Law;
            """);
    CommandRun run = CommandRun.of("check", file, "--cross-check", "regions,z3");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.err().contains("Z3 proves the bounds of"), run.err());
    assertTrue(run.err().contains("regions, all in agreement"), run.err());
  }

  /** Of a mean regions know nothing; Z3 proves its leaves all the same. */
  @Test
  void whatRegionsDoNotKnowIsSaid() throws Exception {
    byte[] file = TinyNetwork.identity();
    Network network = OnnxReader.read(file);
    Quantity mean = new Quantity.Mean(AffineForm.ofOutput(0, 1), Optional.empty());
    Statement statement =
        new Statement(
            Sha256.of(file),
            List.of(new RandomInput(Distribution.parse("uniform(0, 1)"))),
            1,
            new QuantityClaim(mean, Optional.empty()));
    Result result =
        Checker.check(statement, List.of(network), SearchOptions.defaults(), p -> {}, () -> false);
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(new StringWriter()), new PrintWriter(err), false, false, false);
    Context context = new Context(terminal, new Interruption(), Checker::check);
    new CrossCheck(context, Set.of(CrossCheck.Way.regions, CrossCheck.Way.z3), 1)
        .check("m", result, List.of(network));
    terminal.flush();
    assertTrue(
        err.toString().contains("'m' was not cross-checked over the regions"), err::toString);
    assertTrue(err.toString().contains("Z3 proves the bounds of"), err::toString);
  }

  /** A search whose certificate is of another threshold than its own bounds. */
  @Test
  void aDisagreementIsOurFault() throws IOException {
    Path file =
        project.specification(
            "property low: P(y0 > 0.75) < 0.5 under Even;\n"
                + "property high: P(y0 > 0.25) < 0.5 under Even;");
    Search wrong =
        (statement, networks, options, listener, cancelled) -> {
          Result right = Checker.check(statement, networks, options, listener, cancelled);
          byte[] forged =
              new String(right.certificate(), StandardCharsets.ISO_8859_1)
                  .replaceFirst(
                      "(?s)( > 3/4\\).*\nbounds 1\n)0x1[^ \n]* 0x1[^ \n]*\n", "$10x1p-1 0x1p-1\n")
                  .getBytes(StandardCharsets.ISO_8859_1);
          return new Result(
              statement,
              right.verdict(),
              List.of(new BandPoint(0.75, Bound.of(0.5), Bound.of(0.5))),
              right.seconds(),
              right.cells(),
              right.reason(),
              forged,
              right.witness(),
              right.impossible(),
              List.of());
        };
    CommandRun run =
        CommandRun.with(
            wrong, new Interruption(), "check", file, "--property=low", "--cross-check=regions");
    assertEquals(1, run.status(), run.err());
    assertTrue(run.err().contains("the cross-check disagrees"), run.err());
    assertTrue(run.err().contains("'low' at threshold 3/4"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"regions", "z3"})
  void aSmoothNetworkCannotBeCrossChecked(String way) throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}}, "Tanh"));
    CommandRun run = CommandRun.of("check", project.specification(PROPERTY), "--cross-check", way);
    assertEquals(3, run.status(), run.err());
    assertTrue(run.err().contains("'low' cannot be cross-checked"), run.err());
  }

  @Test
  void anUnknownWayIsWrongUsage() throws IOException {
    CommandRun run =
        CommandRun.of("check", project.specification(PROPERTY), "--cross-check", "oracle");
    assertEquals(2, run.status(), run.err());
  }
}
