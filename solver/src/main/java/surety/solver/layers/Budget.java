package surety.solver.layers;

import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Selection;
import surety.certificates.stop.Stop;

/**
 * How many numbers may be created while a network is put into layers: a small multiple of its own.
 * Values that are carried past many layers are what could take far more; this bounds the memory and
 * the time that they can cost.
 */
final class Budget {

  private static final long FREE = 1 << 20;
  private static final long PER_NUMBER = 8;
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Stop stop;
  private long left;

  private Budget(long numbers, Stop stop) {
    this.stop = stop;
    left = FREE + PER_NUMBER * numbers;
  }

  /**
   * The budget for a network.
   *
   * @param stop asked before anything large is made, and row by row
   */
  static Budget of(Network network, Stop stop) {
    return new Budget(network.gates().stream().mapToLong(Budget::numbers).sum(), stop);
  }

  /** The budget for a network of so many numbers. */
  static Budget of(long numbers) {
    return new Budget(numbers, Stop.NEVER);
  }

  /** Asks whether anybody still wants the layers. */
  void checkStop() {
    stop.check();
  }

  private static long numbers(Gate gate) {
    return gate instanceof Gate.Affine affine
        ? affine.terms().stream().mapToLong(term -> numbers(term.layer())).sum()
        : gate.size();
  }

  /** How many numbers a layer has. */
  static long numbers(AffineLayer layer) {
    return layer.operator() instanceof Selection
        ? 3L * layer.rows()
        : layer.operator().products() + layer.rows();
  }

  /** Whether so many numbers may be created now; if so, they count as created. */
  boolean trySpend(long numbers) {
    stop.check();
    if (numbers > Math.min(left, LARGEST_ARRAY)) {
      return false;
    }
    left -= numbers;
    return true;
  }

  /**
   * Counts numbers that are about to be created.
   *
   * @throws LayersException if they are too many; the message says what they are for
   */
  void spend(long numbers, String what) {
    if (!trySpend(numbers)) {
      throw new LayersException(
          ("layer by layer, as it is searched, the network is too large: %s needs %d more numbers,"
                  + " %d are allowed; let fewer values be used far behind where they are computed")
              .formatted(what, numbers, Math.min(left, LARGEST_ARRAY)));
    }
  }
}
