package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Input;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

class ProofAuditTest {
  private static final AffineForm SETOSA =
      new AffineForm(List.of(Rational.ONE, Rational.ZERO, Rational.ZERO));

  private static Statement statement(Comparison comparison) {
    List<Input> inputs =
        List.of(
            new RandomInput(Distribution.parse("triangular(0, 1/3, 1)")),
            new RandomInput(Distribution.parse("beta(3, 2)")));
    Atom event = new Atom(SETOSA, comparison, Rational.of(7, 2));
    return new Statement("0".repeat(64), inputs, 3, new QuantityClaim(event, Optional.empty()));
  }

  private static Result check(Statement statement, Network network) {
    return check(statement, network, 1e-3);
  }

  private static Result check(Statement statement, Network network, double gap) {
    SearchOptions options = SearchOptions.defaults().withGap(gap).withThreads(1);
    return Checker.check(statement, List.of(network), options, progress -> {}, () -> false);
  }

  @ParameterizedTest
  @EnumSource(Comparison.class)
  void ourOwnProofsHold(Comparison comparison) throws IOException {
    Network network = Networks.iris();
    Statement statement = statement(comparison);
    Result result = check(statement, network);
    ProofAudit.Outcome outcome =
        ProofAudit.run(
            statement, List.of(network), result.certificate(), result.cells(), 6, () -> false);
    assertEquals(List.of(), outcome.wrong());
    assertEquals(6, outcome.proved() + outcome.tooHard());
    assertTrue(outcome.proved() > 2, outcome::toString);
  }

  /** Correlated inputs; sums of densities, a branch of one coordinate and one without any. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        branches 1 rest 0
        branch coordinates 2 summands 1
        x[0] = 1*u[0] + 1/2
        x[1] = 3/5*u[0] + 1*u[1] + 1/3
        1: normal(0, 1/5); normal(0, 4/25)
        """,
        """
        branches 3 rest 1/1000
        branch coordinates 2 summands 2
        x[0] = 2/3*u[0]
        x[1] = -1/7*u[0] + 1*u[1]
        1/4: beta(2, 2); normal(1/2, 1/5)
        1/4: uniform(0, 2); normal(1/3, 1/5) within [0, 1]
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        x[1] = 1*u[0] + -1/10
        1/4: uniform(0, 1)
        branch coordinates 0 summands 1
        x[0] = 1/3
        x[1] = 1/2
        1/4:\s
        """
      })
  void proofsHoldUnderAnyLaw(String branches) throws IOException, StatementException {
    Network network = Networks.iris();
    String law = "networks 1\nnetwork sha256 %s outputs 3\ninputs 2\n".formatted("0".repeat(64));
    Statement statement =
        Statement.parse(
            "surety statement 2\nsemantics real\n" + law + branches + "P(1*y[0] > 7/2) = ?\n");
    Result result = check(statement, network, 0.05);
    int samples = 16;
    ProofAudit.Outcome outcome =
        ProofAudit.run(
            statement,
            List.of(network),
            result.certificate(),
            result.cells(),
            samples,
            () -> false);
    assertEquals(List.of(), outcome.wrong());
    assertEquals(Math.min(samples, result.cells()), outcome.proved() + outcome.tooHard());
    assertTrue(outcome.proved() > 2, outcome::toString);
  }

  @Test
  void whatIsNoCertificateIsRefused() throws IOException {
    Network network = Networks.iris();
    Statement statement = statement(Comparison.LESS);
    Result result = check(statement, network);
    byte[] broken =
        new String(result.certificate(), StandardCharsets.ISO_8859_1)
            .replace("surety certificate 2", "surety certificate 3")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(
        IllegalArgumentException.class,
        () -> ProofAudit.run(statement, List.of(network), broken, result.cells(), 3, () -> false));
  }

  @Test
  void aRequestEndsIt() throws IOException {
    Network network = Networks.iris();
    Statement statement = statement(Comparison.LESS);
    Result result = check(statement, network);
    ProofAudit.Outcome outcome =
        ProofAudit.run(
            statement, List.of(network), result.certificate(), result.cells(), 12, () -> true);
    assertEquals(new ProofAudit.Outcome(0, 0, List.of()), outcome);
  }
}
