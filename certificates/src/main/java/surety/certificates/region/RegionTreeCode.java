package surety.certificates.region;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;

/**
 * The bytes of an enumeration's tree, and their reading, as FORMAT.md section 6 prescribes them.
 */
public final class RegionTreeCode {
  /** A leaf: then its point and the bounds of its probability. */
  public static final int LEAF = 0x00;

  /** Both sides of the next neuron have something. */
  public static final int BRANCH = 0x01;

  /** The side below is empty: then a combination. */
  public static final int BELOW_IS_EMPTY = 0x02;

  /** The side above is empty: then a combination. */
  public static final int ABOVE_IS_EMPTY = 0x03;

  /** Nothing is said of a node. */
  public static final int HOLE = 0x05;

  /** The longest number. */
  public static final int MOST_BYTES = 0xffff;

  /** Of all multipliers of a combination's terms: what one node takes of the memory. */
  private static final int MOST_BYTES_OF_PROOF = 1 << 24;

  private RegionTreeCode() {}

  /**
   * Reads one node.
   *
   * @param dimension number of coordinates
   * @param most a leaf's bounds are at most that
   * @throws RejectedException if the tree ends or has an unknown rule
   */
  static RegionRule read(DataInputStream in, int dimension, double most)
      throws IOException, RejectedException {
    try {
      int code = in.readUnsignedByte();
      return switch (code) {
        case BRANCH -> new RegionRule.Branch();
        case BELOW_IS_EMPTY -> new RegionRule.Fixed(false, readProof(in));
        case ABOVE_IS_EMPTY -> new RegionRule.Fixed(true, readProof(in));
        case LEAF -> readLeaf(in, dimension, most);
        case HOLE -> new RegionRule.Hole();
        default -> throw new RejectedException(new RegionRejection.UnknownRule(code));
      };
    } catch (EOFException e) {
      throw new RejectedException(new RegionRejection.EndsEarly());
    }
  }

  private static FarkasCombination readProof(DataInputStream in)
      throws IOException, RejectedException {
    BigInteger ofSide = readNumber(in);
    int count = in.readUnsignedShort();
    List<FarkasCombination.Term> terms = new ArrayList<>();
    int bytes = 0;
    for (int k = 0; k < count; k++) {
      int index = in.readInt();
      BigInteger multiplier = readNumber(in);
      bytes += length(multiplier);
      if (bytes > MOST_BYTES_OF_PROOF) {
        throw new RejectedException(
            new RegionRejection.TooMany(
                "the bytes of a combination's numbers are", MOST_BYTES_OF_PROOF));
      }
      terms.add(new FarkasCombination.Term(index, multiplier));
    }
    return new FarkasCombination(ofSide, terms);
  }

  private static RegionRule readLeaf(DataInputStream in, int dimension, double most)
      throws IOException, RejectedException {
    List<BigInteger> numerators = new ArrayList<>();
    for (int q = 0; q < dimension; q++) {
      numerators.add(readNumber(in));
    }
    BigInteger denominator = readNumber(in);
    double lower = in.readDouble();
    double upper = in.readDouble();
    if (denominator.signum() <= 0 || !(0 <= lower && lower <= upper && upper <= most)) {
      throw new RejectedException(
          new RegionRejection.NoNumber("a leaf has a denominator or bounds that are none"));
    }
    return new RegionRule.Leaf(
        new RationalPoint(numerators, denominator), new Interval(lower, upper));
  }

  /** At least one and at most {@link #MOST_BYTES}: in the shortest form. */
  private static int length(BigInteger number) {
    return number.bitLength() / Byte.SIZE + 1;
  }

  private static BigInteger readNumber(DataInputStream in) throws IOException, RejectedException {
    int length = in.readUnsignedShort();
    if (length == 0) {
      throw new RejectedException(new RegionRejection.NoNumber("a number has no bytes"));
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new BigInteger(bytes);
  }
}
