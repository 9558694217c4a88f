package surety.certificates.support;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;

/** The bytes of a support's tree, and their reading, as FORMAT.md section 8 prescribes them. */
public final class SupportTreeCode {
  /** What is here is left out. */
  public static final int LEFT_OUT = 0x00;

  /** A neuron is decided: then its number. */
  public static final int SPLIT = 0x01;

  /** A pattern: then the bounds of its mass. */
  public static final int PATTERN = 0x02;

  /** A combination: then the number of its terms, and of each its decision, side and multiplier. */
  public static final int CONFINED = 0x03;

  private SupportTreeCode() {}

  /**
   * Reads one node.
   *
   * @throws RejectedException if the tree ends, has an unknown rule, or bounds that are none
   */
  static SupportRule read(DataInputStream in) throws IOException, RejectedException {
    try {
      int code = in.readUnsignedByte();
      return switch (code) {
        case LEFT_OUT -> new SupportRule.LeftOut();
        case SPLIT -> new SupportRule.Split(in.readInt());
        case PATTERN -> new SupportRule.Pattern(mass(in.readDouble(), in.readDouble()));
        case CONFINED -> new SupportRule.Confined(combination(in));
        default -> throw new RejectedException(new RegionRejection.UnknownRule(code));
      };
    } catch (EOFException e) {
      throw new RejectedException(new RegionRejection.EndsEarly());
    }
  }

  private static Combination combination(DataInputStream in) throws IOException, RejectedException {
    int count = in.readUnsignedShort();
    List<Combination.Term> terms = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int decision = in.readInt();
      int side = in.readUnsignedByte();
      if (side > 1) {
        throw new RejectedException(new RegionRejection.NoNumber("a side is 0 or 1, not " + side));
      }
      terms.add(new Combination.Term(decision, side == 1, in.readDouble()));
    }
    return new Combination(terms);
  }

  private static Interval mass(double lower, double upper) throws RejectedException {
    if (!(0 <= lower && lower <= upper && upper <= 1)) {
      throw new RejectedException(
          new RegionRejection.NoNumber("a pattern has bounds that are none"));
    }
    return new Interval(lower, upper);
  }
}
