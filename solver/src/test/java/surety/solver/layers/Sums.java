package surety.solver.layers;

import java.util.List;
import surety.certificates.network.Gate;
import surety.certificates.network.Wires;

/** Sums of copies, for tests. */
final class Sums {

  private Sums() {}

  static Wires of(Circuit circuit, Wires left, Wires right, boolean negative) {
    return circuit.add(
        new Gate.Affine(
            List.of(
                new Gate.Term(Selections.identity(left.size()), left),
                new Gate.Term(Selections.multiple(right.size(), negative ? -1 : 1), right))));
  }
}
