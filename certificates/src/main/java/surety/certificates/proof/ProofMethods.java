package surety.certificates.proof;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import surety.certificates.cell.FormMoments;
import surety.certificates.cell.Problem;
import surety.certificates.moment.MomentMethod;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/**
 * How a certificate proves its bounds: by proof trees, by other methods, or by several, whose
 * bounds all hold.
 *
 * @param methods those other than trees
 * @param hasTree whether trees follow
 */
public record ProofMethods(Set<MomentMethod> methods, boolean hasTree) {
  /** The bit of trees. */
  private static final int TREE = 0x80;

  /** Keeps its own set. */
  public ProofMethods {
    methods = Set.copyOf(methods);
    if (methods.isEmpty() && !hasTree) {
      throw new IllegalArgumentException("a proof needs a method");
    }
  }

  /** A proof tree, and nothing else. */
  public static final ProofMethods TREES = new ProofMethods(Set.of(), true);

  /** The bytes in front of the trees, if there are any: none, if there is nothing else. */
  public byte[] code() {
    if (methods.isEmpty()) {
      return new byte[0];
    }
    int bits = methods.stream().mapToInt(MomentMethod::code).sum() + (hasTree ? TREE : 0);
    return new byte[] {RuleCode.METHODS, (byte) bits};
  }

  /** Reads these bytes; what is no such code is left to the trees. */
  static ProofMethods read(PushbackInputStream in) throws IOException, RejectedException {
    int first = in.read();
    if (first != RuleCode.METHODS) {
      if (first >= 0) {
        in.unread(first);
      }
      return TREES;
    }
    int bits = in.read();
    Set<MomentMethod> methods = EnumSet.noneOf(MomentMethod.class);
    int known = TREE;
    for (MomentMethod method : MomentMethod.values()) {
      known |= method.code();
      if ((bits & method.code()) != 0) {
        methods.add(method);
      }
    }
    if (bits < 0) {
      throw new RejectedException(new TreeRejection.EndsEarly());
    }
    if (methods.isEmpty() || (bits | known) != known) {
      throw new RejectedException(new TreeRejection.UnknownMethods(bits));
    }
    return new ProofMethods(methods, (bits & TREE) != 0);
  }

  /** What the methods other than trees find. */
  List<FormMoments> moments(Problem problem) throws RejectedException {
    List<FormMoments> moments = new ArrayList<>();
    for (MomentMethod method : MomentMethod.values()) {
      if (methods.contains(method)) {
        moments.add(method.of(problem));
      }
    }
    return moments;
  }
}
