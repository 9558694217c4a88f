package surety.certificates.writing;

import java.io.DataOutputStream;
import java.io.IOException;
import surety.certificates.support.Combination;
import surety.certificates.support.SupportRule;
import surety.certificates.support.SupportTreeCode;

/** Writes the nodes of a support's tree, each before those of its neuron's pieces. */
public final class SupportTreeWriter {
  private SupportTreeWriter() {}

  /** Writes one node. */
  public static void write(SupportRule rule, DataOutputStream out) throws IOException {
    if (rule instanceof SupportRule.Split split) {
      out.writeByte(SupportTreeCode.SPLIT);
      out.writeInt(split.neuron());
    } else if (rule instanceof SupportRule.Confined confined) {
      out.writeByte(SupportTreeCode.CONFINED);
      out.writeShort(confined.combination().terms().size());
      for (Combination.Term term : confined.combination().terms()) {
        out.writeInt(term.decision());
        out.writeBoolean(term.above());
        out.writeDouble(term.multiplier());
      }
    } else if (rule instanceof SupportRule.Pattern pattern) {
      out.writeByte(SupportTreeCode.PATTERN);
      out.writeDouble(pattern.mass().lower());
      out.writeDouble(pattern.mass().upper());
    } else {
      out.writeByte(SupportTreeCode.LEFT_OUT);
    }
  }
}
