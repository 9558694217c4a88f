package surety.certificates.region;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * An activation region: an open polytope on which the network is one affine map.
 *
 * @param prefix all neurons decided: pattern, half-spaces, and the affine map
 * @param polytope its closure, with its vertices
 * @param point strictly inside
 * @param probability encloses the mass of its pattern in its branch: its probability, unless there
 *     are several branches
 */
public record Region(Prefix prefix, Polytope polytope, RationalPoint point, Interval probability) {

  /** For each neuron with a kink the number of its piece: of a relu 0 or 1. */
  public String pattern() {
    return text(prefix.pattern());
  }

  /** A pattern as text, a character for each piece. */
  public static String text(byte[] pieces) {
    StringBuilder text = new StringBuilder();
    for (byte piece : pieces) {
      text.append((char) (piece < 10 ? '0' + piece : 'a' + piece - 10));
    }
    return text.toString();
  }

  /** The outputs as functions of the coordinates. */
  public List<ExactAffine> map() {
    return prefix.outputs();
  }
}
