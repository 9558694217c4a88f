package surety.language.display;

import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Limit;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.LoopQuantity;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Requirement;

/** What a claim is about, as far as it decides how bounds are shown. */
public final class Claims {
  private Claims() {}

  /** Whether it is about a probability, or several, and so about numbers between 0 and 1. */
  public static boolean isProbability(Claim claim) {
    return claim instanceof BandClaim
        || (claim instanceof QuantityClaim c && c.quantity() instanceof Quantity.Probability);
  }

  /** Whether it is about one number, which has one pair of bounds. */
  public static boolean isSingle(Claim claim) {
    return claim instanceof QuantityClaim || (claim instanceof LoopClaim && claim.count() == 1);
  }

  /** What is required, exactly: for instance {@code < 0.01} or {@code in [0.1, 0.2]}. */
  public static String required(Requirement requirement) {
    if (requirement instanceof Limit limit) {
      return limit.comparison().symbol() + " " + Decimals.exact(limit.limit());
    }
    List<Rational> ends = requirement.limits();
    return "in [" + Decimals.exact(ends.get(0)) + ", " + Decimals.exact(ends.get(1)) + "]";
  }

  /**
   * What bounds are bounds of: for instance {@code probability}, {@code mean} or, of arithmetic,
   * {@code value}.
   */
  public static String name(Claim claim) {
    if (claim instanceof QuantityClaim asked) {
      return name(asked.quantity());
    }
    if (claim instanceof LoopClaim loop) {
      return name(loop.quantity());
    }
    return claim instanceof BandClaim ? "cdf" : "moments";
  }

  /** What bounds of a quantity are bounds of. */
  public static String name(Quantity quantity) {
    if (quantity instanceof Quantity.Probability) {
      return "probability";
    }
    if (quantity instanceof Quantity.Mean) {
      return "mean";
    }
    if (quantity instanceof Quantity.Dispersion dispersion) {
      return name(dispersion.spread());
    }
    if (quantity instanceof Quantity.Association association) {
      return name(association.dependence());
    }
    if (quantity instanceof Quantity.Risk risk) {
      return risk.tail() == Quantity.Tail.QUANTILE ? "quantile" : "conditional value at risk";
    }
    return "value"; // of arithmetic
  }

  private static String name(LoopQuantity quantity) {
    if (quantity instanceof LoopQuantity.Mean) {
      return "mean";
    }
    if (quantity instanceof LoopQuantity.Dispersion dispersion) {
      return name(dispersion.spread());
    }
    return quantity instanceof LoopQuantity.Association association
        ? name(association.dependence())
        : "moments";
  }

  private static String name(Quantity.Spread spread) {
    return spread == Quantity.Spread.VARIANCE ? "variance" : "standard deviation";
  }

  private static String name(Quantity.Dependence dependence) {
    return dependence == Quantity.Dependence.COVARIANCE ? "covariance" : "correlation";
  }
}
