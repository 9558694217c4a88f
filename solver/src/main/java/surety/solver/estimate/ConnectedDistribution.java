package surety.solver.estimate;

import org.apache.commons.math3.distribution.AbstractRealDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/** A distribution on an interval, which counts as open: its ends have no mass. */
@SuppressWarnings("InlineMeSuggester") // what is deprecated has to be there all the same
abstract class ConnectedDistribution extends AbstractRealDistribution {
  private static final long serialVersionUID = 1L;

  ConnectedDistribution(RandomGenerator random) {
    super(random);
  }

  @Override
  @Deprecated
  public boolean isSupportLowerBoundInclusive() {
    return false;
  }

  @Override
  @Deprecated
  public boolean isSupportUpperBoundInclusive() {
    return false;
  }

  @Override
  public boolean isSupportConnected() {
    return true;
  }
}
