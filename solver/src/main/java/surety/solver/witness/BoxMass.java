package surety.solver.witness;

/** About how probable boxes are. */
@FunctionalInterface
interface BoxMass {
  /** About the probability of the box between two corners. */
  double of(double[] lower, double[] upper);
}
