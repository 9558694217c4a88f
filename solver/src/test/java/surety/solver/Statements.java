package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Input;
import surety.certificates.statement.Limit;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;

/** Short ways to statements. */
public final class Statements {
  private static final String DIGEST = "0".repeat(64);

  private Statements() {}

  /** Random inputs, by their canonical texts. */
  public static List<Input> inputs(String... distributions) {
    List<Input> inputs = new ArrayList<>();
    for (String text : distributions) {
      inputs.add(new RandomInput(Distribution.parse(text)));
    }
    return inputs;
  }

  public static Statement of(Network network, List<Input> inputs, Claim claim) {
    return new Statement(DIGEST, inputs, network.outputs(), claim);
  }

  /** {@code P(y0 symbol threshold) = ?}. */
  public static Statement query(
      Network network, List<Input> inputs, String symbol, String threshold) {
    return of(
        network, inputs, new QuantityClaim(event(network, symbol, threshold), Optional.empty()));
  }

  /** {@code P(y0 symbol threshold) relation limit}. */
  public static Statement property(
      Network network,
      List<Input> inputs,
      String symbol,
      String threshold,
      String relation,
      String limit) {
    Limit required = new Limit(Comparison.ofSymbol(relation).orElseThrow(), Rational.parse(limit));
    return of(
        network,
        inputs,
        new QuantityClaim(event(network, symbol, threshold), Optional.of(required)));
  }

  /** The cdf of y0 at evenly spaced thresholds. */
  public static Statement cdf(Network network, List<Input> inputs, int count) {
    return of(
        network,
        inputs,
        new BandClaim(AffineForm.ofOutput(0, network.outputs()), new EvenThresholds(count)));
  }

  private static Atom event(Network network, String symbol, String threshold) {
    return new Atom(
        AffineForm.ofOutput(0, network.outputs()),
        Comparison.ofSymbol(symbol).orElseThrow(),
        Rational.parse(threshold));
  }
}
