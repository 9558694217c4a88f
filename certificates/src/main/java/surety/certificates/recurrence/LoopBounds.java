package surety.certificates.recurrence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.loop.Expression;
import surety.certificates.precise.Ball;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.LoopQuantity;
import surety.certificates.statement.Quantity;
import surety.certificates.stop.Stop;

/**
 * Bounds of what claims about loops ask for, computed from the loop alone. All terms are complex
 * numbers, and what they add up to is real: the real part of an enclosure encloses it.
 */
public final class LoopBounds {
  /** Most terms of a system of means. */
  public static final int MOST_TERMS = 1 << 15;

  /** Most binary digits behind the point. */
  public static final int MOST_PRECISION = 1 << 12;

  private static final Enclosure NOT_NEGATIVE = new Enclosure(Bound.ZERO, Bound.INFINITY);
  private static final Enclosure UP_TO_ONE = new Enclosure(Bound.ONE.negate(), Bound.ONE);

  /** Means of forms. */
  @FunctionalInterface
  private interface Means {
    Optional<List<Ball>> of(List<Form<Ball>> forms);
  }

  private final LoopMeans<Ball> loop;
  private final Means means;

  private LoopBounds(LoopMeans<Ball> loop, Means means) {
    this.loop = loop;
    this.means = means;
  }

  /**
   * The bounds of a claim's numbers, in their order.
   *
   * @throws IllegalArgumentException if nothing can be derived, or too many terms are needed
   * @throws ArithmeticException if a number does not exist, or is unknown for all that is computed
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static List<Enclosure> of(LoopClaim claim, LoopProof proof, Stop stop) {
    if (proof.derivation() == Derivation.WALKED) {
      LoopMeans<Ball> loop = means(claim, proof.precision(), stop);
      return new LoopBounds(loop, forms -> Optional.of(loop.walked(forms, claim.iterations())))
          .of(claim.quantity())
          .orElseThrow();
    }
    return closed(claim, proof.precision(), MOST_TERMS, stop)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the means depend on those of more than %d terms".formatted(MOST_TERMS)));
  }

  /**
   * The same from a system of means of few terms.
   *
   * @param precision binary digits behind the point
   * @param most terms; empty if there are more
   */
  public static Optional<List<Enclosure>> closed(
      LoopClaim claim, int precision, int most, Stop stop) {
    LoopMeans<Ball> loop = means(claim, precision, stop);
    return new LoopBounds(loop, forms -> loop.closed(forms, claim.iterations(), most))
        .of(claim.quantity());
  }

  private static LoopMeans<Ball> means(LoopClaim claim, int precision, Stop stop) {
    return new LoopMeans<>(claim.program(), new BallCoefficients(precision, stop));
  }

  private Optional<List<Enclosure>> of(LoopQuantity quantity) {
    if (quantity instanceof LoopQuantity.Mean mean) {
      return means(List.of(form(mean.of()))).map(LoopBounds::real);
    }
    if (quantity instanceof LoopQuantity.Moments moments) {
      return means(powers(form(moments.of()), moments.order())).map(LoopBounds::real);
    }
    if (quantity instanceof LoopQuantity.Dispersion dispersion) {
      return means(powers(form(dispersion.of()), 2))
          .map(parts -> covariance(parts.get(0), parts.get(0), parts.get(1)))
          .map(variance -> List.of(dispersion(dispersion.spread(), variance)));
    }
    LoopQuantity.Association association = (LoopQuantity.Association) quantity;
    Form<Ball> first = form(association.first());
    Form<Ball> second = form(association.second());
    List<Form<Ball>> forms = new ArrayList<>(List.of(first, second, first.times(second)));
    if (association.dependence() == Quantity.Dependence.COVARIANCE) {
      return means(forms).map(m -> List.of(covariance(m.get(0), m.get(1), m.get(2)).real()));
    }
    forms.add(first.times(first));
    forms.add(second.times(second));
    return means(forms).map(parts -> List.of(correlation(parts)));
  }

  private static List<Enclosure> real(List<Ball> means) {
    return means.stream().map(Ball::real).toList();
  }

  private static Ball covariance(Ball first, Ball second, Ball product) {
    return product.minus(first.times(second));
  }

  /** Of a variance, which is not negative. */
  private static Enclosure dispersion(Quantity.Spread spread, Ball variance) {
    Enclosure enclosure = variance.real().intersect(NOT_NEGATIVE);
    return spread == Quantity.Spread.VARIANCE ? enclosure : enclosure.sqrt();
  }

  /** Of the means of two forms, of their product and of their squares. */
  private static Enclosure correlation(List<Ball> parts) {
    Ball first = covariance(parts.get(0), parts.get(0), parts.get(3));
    Ball second = covariance(parts.get(1), parts.get(1), parts.get(4));
    if (!first.isPositive() || !second.isPositive()) {
      throw new ArithmeticException("a correlation with what may be constant");
    }
    return covariance(parts.get(0), parts.get(1), parts.get(2))
        .times(first.times(second).sqrt().inverse())
        .real()
        .intersect(UP_TO_ONE); // Cauchy and Schwarz
  }

  private Form<Ball> form(Expression expression) {
    return loop.form(expression);
  }

  private static List<Form<Ball>> powers(Form<Ball> form, int order) {
    List<Form<Ball>> powers = new ArrayList<>(List.of(form));
    while (powers.size() < order) {
      powers.add(powers.get(powers.size() - 1).times(form));
    }
    return powers;
  }

  /** Of real forms, the means are real. */
  private Optional<List<Ball>> means(List<Form<Ball>> forms) {
    return means.of(forms).map(all -> all.stream().map(Ball::realPart).toList());
  }
}
