package surety.solver;

import java.util.List;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.MomentsClaim;

/**
 * The bounds of a claim about moments, and of what follows from them. Each is an enclosure that is
 * rounded outward, the whole line where nothing is known.
 *
 * @param bounds in the order of {@link MomentsClaim#quantities}
 */
public record JointMoments(MomentsClaim claim, List<Enclosure> bounds) {
  private static final Enclosure CORRELATIONS = Enclosure.of(Dyadic.ONE.negate(), Dyadic.ONE);

  /** Refuses another number of bounds. */
  public JointMoments {
    bounds = List.copyOf(bounds);
    if (bounds.size() != claim.count()) {
      throw new IllegalArgumentException(
          "%d bounds of %d moments".formatted(bounds.size(), claim.count()));
    }
  }

  /** Of the points of a result. */
  public static JointMoments of(MomentsClaim claim, List<BandPoint> points) {
    return new JointMoments(
        claim, points.stream().map(p -> new Enclosure(p.lower(), p.upper())).toList());
  }

  /** The forms, by whose numbers everything is asked for. */
  public List<AffineForm> forms() {
    return claim.forms();
  }

  /** The mean of a form. */
  public Enclosure mean(int form) {
    return bounds.get(form);
  }

  /** The variance of a form. */
  public Enclosure variance(int form) {
    return covariance(form, form);
  }

  /** The covariance of two forms, in either order. */
  public Enclosure covariance(int first, int second) {
    int i = Math.min(first, second);
    int j = Math.max(first, second);
    int forms = forms().size();
    int before = i * forms - i * (i - 1) / 2; // those of the forms before i, with all after them
    return bounds.get(forms + before + j - i);
  }

  /** The standard deviation of a form. */
  public Enclosure deviation(int form) {
    Enclosure variance = variance(form);
    return variance.equals(Enclosure.WHOLE) ? variance : variance.sqrt();
  }

  /**
   * The correlation of two forms: the covariance over the product of the deviations. Nothing is
   * known of it where one of them may be 0, for then there may be none.
   */
  public Enclosure correlation(int first, int second) {
    Enclosure product = deviation(first).times(deviation(second));
    return product.lower().signum() > 0
        ? covariance(first, second).dividedBy(product).intersect(CORRELATIONS)
        : Enclosure.WHOLE;
  }
}
