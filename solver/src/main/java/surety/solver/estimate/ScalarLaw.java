package surety.solver.estimate;

/** The estimated law of one number. */
public interface ScalarLaw {
  double mean();

  /** The standard deviation; 0 of a constant. */
  double deviation();

  /** The estimated probability of being at most t. */
  double cdf(double t);

  /** The estimated density; of a constant there is none, and it counts as 0. */
  double density(double t);
}
