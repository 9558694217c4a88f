package surety.solver.witness;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * A convex, closed set of values of the random inputs, in the order of the random inputs and in the
 * units of the network's inputs. All its coordinates are exact.
 */
public sealed interface ExactCell permits ExactBox, ExactSimplex {
  /** The number of random inputs. */
  int dimension();

  /** Whether the point, one number for each random input, is in the cell. */
  boolean contains(List<Rational> point);

  /** Whether the point is in the cell and on none of its sides. */
  boolean containsInside(List<Rational> point);

  /** A point inside. */
  List<Rational> centre();
}
