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
    SearchOptions options = SearchOptions.defaults().withGap(1e-3).withThreads(1);
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
