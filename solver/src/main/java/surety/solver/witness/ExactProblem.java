package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.bounds.WireForm;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.BranchDomain;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Side;
import surety.certificates.density.Marginal;
import surety.certificates.rejection.RejectedException;

/**
 * A problem of the kernel in one branch of its law, with what exact arithmetic has to know of it
 * beside the kernel's enclosures.
 *
 * @param root the box of standard coordinates that its proof tree begins with
 * @param neurons those on which the forms that are looked at depend
 */
record ExactProblem(Problem problem, InputSpace space, BoxCell root, Neurons neurons) {

  /**
   * Of a problem whose inputs are independent.
   *
   * @throws RejectedException if it has no root box
   * @throws IllegalArgumentException if its inputs depend on each other
   */
  static ExactProblem of(Problem problem) throws RejectedException {
    if (problem.statement().law().independentInputs().isEmpty()) {
      throw new IllegalArgumentException("inputs that depend on each other have branches");
    }
    return of(problem, 0);
  }

  /**
   * In a branch.
   *
   * @throws RejectedException if that has no root box
   */
  static ExactProblem of(Problem problem, int branch) throws RejectedException {
    return new ExactProblem(
        problem,
        InputSpace.of(problem.statement().law().branches().get(branch)),
        problem.branches().get(branch).root(),
        Neurons.of(problem.graph(), problem.forms()));
  }

  /** The same, as far as one of its forms depends on it. */
  ExactProblem ofForm(int form) {
    List<WireForm> one = List.of(problem.forms().get(form));
    return new ExactProblem(problem, space, root, Neurons.of(problem.graph(), one));
  }

  BranchDomain domain() {
    return root.domain();
  }

  /** The root box and all that is outside of it. */
  List<BoxCell> everywhere() {
    List<BoxCell> boxes = new ArrayList<>(List.of(root));
    boxes.addAll(outside());
    return boxes;
  }

  /**
   * Unbounded boxes that cover what the root box leaves out, without common inner points: beyond an
   * end of one coordinate, those before it in the root's range and those behind it anywhere.
   */
  List<BoxCell> outside() {
    List<BoxCell> boxes = new ArrayList<>();
    List<Side> sides = new ArrayList<>(domain().marginals().stream().map(this::whole).toList());
    for (int q = 0; q < sides.size(); q++) {
      Side all = sides.get(q);
      Side inner = root.sides().get(q);
      if (!all.lower().isBounded()) {
        sides.set(q, new Side(all.lower(), inner.lower(), 0, all.lastPiece()));
        boxes.add(new BoxCell(domain(), sides, 0));
      }
      if (!all.upper().isBounded()) {
        sides.set(q, new Side(inner.upper(), all.upper(), 0, all.lastPiece()));
        boxes.add(new BoxCell(domain(), sides, 0));
      }
      sides.set(q, inner);
    }
    return boxes;
  }

  private Side whole(Marginal marginal) {
    return new Side(marginal.domainLower(), marginal.domainUpper(), 0, marginal.knots().size());
  }
}
