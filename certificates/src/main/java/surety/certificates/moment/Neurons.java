package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.EnclosedVector;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.NormalFunction;
import surety.certificates.stop.Stop;

/**
 * Functions of normal numbers, more and more of them, and how any two of them vary together, which
 * is computed when it is first asked for. One thread at a time.
 */
final class Neurons {
  private final List<NormalFunction> all = new ArrayList<>();
  private final Stop stop;
  private List<EnclosedVector> rows = List.of();

  Neurons(Stop stop) {
    this.stop = stop;
  }

  /** Adds one; returns its number. */
  int add(NormalFunction neuron) {
    all.add(neuron);
    return all.size() - 1;
  }

  int size() {
    return all.size();
  }

  NormalFunction get(int neuron) {
    return all.get(neuron);
  }

  /** The covariances of all of them with a normal number. */
  EnclosedVector covariances(NormalForm form) {
    EnclosedVector vector = new EnclosedVector(all.size());
    for (int r = 0; r < all.size(); r++) {
      stop.check();
      vector.set(r, all.get(r).covariance(form));
    }
    return vector;
  }

  /** The covariances of all of them with a sum of multiples of them. */
  EnclosedVector covariances(EnclosedVector factors) {
    EnclosedVector vector = new EnclosedVector(all.size());
    for (int r = 0; r < all.size(); r++) {
      stop.check();
      vector.set(r, rows().get(r).dot(factors));
    }
    return vector;
  }

  private List<EnclosedVector> rows() {
    int known = rows.size();
    if (known == all.size()) {
      return rows;
    }
    List<EnclosedVector> grown = new ArrayList<>();
    for (int r = 0; r < all.size(); r++) {
      grown.add(r < known ? rows.get(r).extended(all.size()) : new EnclosedVector(all.size()));
      for (int s = 0; r >= known && s <= r; s++) {
        stop.check();
        Interval covariance = all.get(r).covariance(all.get(s));
        grown.get(r).set(s, covariance);
        grown.get(s).set(r, covariance);
      }
    }
    rows = grown;
    return rows;
  }
}
