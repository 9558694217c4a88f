package surety.certificates.writing;

import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import surety.certificates.region.FarkasCombination;
import surety.certificates.region.RegionRule;
import surety.certificates.region.RegionTreeCode;

/** Writes the nodes of an enumeration's tree, each before its sides. */
public final class RegionTreeWriter {
  private RegionTreeWriter() {}

  /** Writes one node. */
  public static void write(RegionRule rule, DataOutputStream out) throws IOException {
    if (rule instanceof RegionRule.Branch) {
      out.writeByte(RegionTreeCode.BRANCH);
    } else if (rule instanceof RegionRule.Fixed fixed) {
      out.writeByte(
          fixed.aboveIsEmpty() ? RegionTreeCode.ABOVE_IS_EMPTY : RegionTreeCode.BELOW_IS_EMPTY);
      write(fixed.proof(), out);
    } else if (rule instanceof RegionRule.Leaf leaf) {
      out.writeByte(RegionTreeCode.LEAF);
      for (BigInteger numerator : leaf.point().numerators()) {
        write(numerator, out);
      }
      write(leaf.point().denominator(), out);
      out.writeDouble(leaf.probability().lower());
      out.writeDouble(leaf.probability().upper());
    } else {
      out.writeByte(RegionTreeCode.HOLE);
    }
  }

  private static void write(FarkasCombination proof, DataOutputStream out) throws IOException {
    write(proof.ofSide(), out);
    out.writeShort(proof.terms().size());
    for (FarkasCombination.Term term : proof.terms()) {
      out.writeInt(term.index());
      write(term.multiplier(), out);
    }
  }

  private static void write(BigInteger number, DataOutputStream out) throws IOException {
    byte[] bytes = number.toByteArray();
    if (bytes.length > RegionTreeCode.MOST_BYTES) {
      throw new IOException("a number of " + bytes.length + " bytes is too long to be written");
    }
    out.writeShort(bytes.length);
    out.write(bytes);
  }
}
