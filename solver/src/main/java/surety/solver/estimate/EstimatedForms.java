package surety.solver.estimate;

/** Estimates of the joint law of several forms; none of these numbers is guaranteed. */
public interface EstimatedForms {
  /** The number of forms. */
  int forms();

  /** The estimated mean of a form. */
  double mean(int form);

  /** The estimated covariance of two forms; the variance if they are the same. */
  double covariance(int form, int other);

  /** The estimated law of a form. */
  ScalarLaw law(int form);

  /** The estimated standard deviation of a form. */
  default double deviation(int form) {
    return Math.sqrt(Math.max(0, covariance(form, form)));
  }

  /**
   * The estimated correlation of two forms.
   *
   * @throws EstimateException if one of them is constant
   */
  default double correlation(int form, int other) {
    double product = deviation(form) * deviation(other);
    if (!(product > 0)) {
      throw new EstimateException(
          "form %d is constant as far as can be estimated, so it has no correlation"
              .formatted(deviation(form) > 0 ? other : form));
    }
    return Math.max(-1, Math.min(1, covariance(form, other) / product));
  }
}
