package surety.language.display;

import surety.certificates.statement.Claim;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;

/** What the bounds of a property or query are bounds of, in a word or two. */
public final class QuantityName {
  private QuantityName() {}

  /** For instance {@code probability}, {@code mean} or, of arithmetic, {@code value}. */
  public static String of(Claim claim) {
    return claim instanceof QuantityClaim asked ? of(asked.quantity()) : "cdf";
  }

  private static String of(Quantity quantity) {
    if (quantity instanceof Quantity.Probability) {
      return "probability";
    }
    if (quantity instanceof Quantity.Mean) {
      return "mean";
    }
    if (quantity instanceof Quantity.Dispersion dispersion) {
      return dispersion.spread() == Quantity.Spread.VARIANCE ? "variance" : "standard deviation";
    }
    if (quantity instanceof Quantity.Association association) {
      return association.dependence() == Quantity.Dependence.COVARIANCE
          ? "covariance"
          : "correlation";
    }
    if (quantity instanceof Quantity.Risk risk) {
      return risk.tail() == Quantity.Tail.QUANTILE ? "quantile" : "conditional value at risk";
    }
    return "value"; // of arithmetic
  }
}
