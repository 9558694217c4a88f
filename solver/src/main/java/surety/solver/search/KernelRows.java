package surety.solver.search;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.bounds.BoxForms;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Problem;

/**
 * The kernel's bounds of all forms over a leaf, as rows of the search.
 *
 * @param isTurned whether the search's rows are minus the kernel's forms
 */
public record KernelRows(Problem problem, boolean isTurned) {

  /** Over a simplex. */
  SimplexRows of(
      surety.certificates.cell.SimplexCell cell, int firstOwnLevel, HalfSpaceFraction fraction) {
    SimplexBounds bounds = cell.bounds(firstOwnLevel);
    int forms = problem.forms().size();
    int corners = fraction.dimension() + 1;
    double[] lower = new double[forms * corners];
    double[] upper = new double[forms * corners];
    for (int form = 0; form < forms; form++) {
      for (int i = 0; i < corners; i++) {
        double below = bounds.lower(form)[i];
        double above = bounds.upper(form)[i];
        lower[form * corners + i] = isTurned ? -above : below;
        upper[form * corners + i] = isTurned ? -below : above;
      }
    }
    return new SimplexRows(lower, upper, fraction);
  }

  /** Over a box. */
  BoxRows of(BoxCell cell, BoxSpread spread) {
    BoxForms bounds = cell.bounds();
    List<BoxRange> ranges = new ArrayList<>();
    for (int form = 0; form < problem.forms().size(); form++) {
      double[] lower = bounds.lower(form);
      double[] upper = bounds.upper(form);
      ranges.add(
          isTurned
              ? new BoxRange(Extremes.negated(upper), Extremes.negated(lower))
              : new BoxRange(lower, upper));
    }
    return BoxRows.of(ranges, spread);
  }
}
