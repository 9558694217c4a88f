package surety.solver.estimate;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/** Independent samples of a law's inputs: a component by its probability, then each coordinate. */
final class InputSampler {
  private final RandomGenerator random;
  private final List<InputComponent> components;

  /** Of the probabilities, up to and with each. */
  private final double[] sums;

  InputSampler(Law law, RandomGenerator random, Stop stop) {
    this.random = random;
    this.components = InputComponent.of(law, random, stop);
    this.sums = components.stream().mapToDouble(InputComponent::probability).toArray();
    Arrays.parallelPrefix(sums, Double::sum);
  }

  /** The next inputs. */
  double[] next() {
    return components.get(component()).sample();
  }

  private int component() {
    if (sums.length == 1) {
      return 0;
    }
    int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return Math.min(place < 0 ? -place - 1 : place + 1, sums.length - 1);
  }
}
