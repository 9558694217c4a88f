package surety.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.statement.MomentsClaim;
import surety.solver.search.MeanObjective;
import surety.solver.search.Objective;
import surety.solver.search.ProductObjective;
import surety.solver.search.SumObjective;

/** All moments of some forms, for the search: one tree bounds them together. */
final class MomentsModel {
  private final int[] rows;
  private final double[] centres;

  /**
   * Of a problem.
   *
   * @param sample of its forms, of which the centres are the means
   */
  MomentsModel(Problem problem, MomentsClaim claim, RowSample sample) {
    this.rows = claim.forms().stream().mapToInt(problem::integrated).toArray();
    this.centres = Arrays.stream(rows).mapToDouble(row -> centre(problem, row, sample)).toArray();
  }

  private static double centre(Problem problem, int row, RowSample sample) {
    problem.stop().check();
    double mean = sample.mean(values -> values[row]);
    return Double.isFinite(mean) ? mean : 0;
  }

  /** The numbers that the kernel leaves free: one centre for each form. */
  List<Rational> numbers() {
    return Arrays.stream(centres).mapToObj(Rational::ofDouble).toList();
  }

  /**
   * All measures, each as much as any other. Around its centre the mean of a form is next to 0, and
   * what it is off hardly matters to covariances.
   */
  Objective objective() {
    List<SumObjective.Weighted> measures = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      measures.add(new SumObjective.Weighted(1, new MeanObjective(rows[i], centres[i])));
      for (int j = i; j < rows.length; j++) {
        measures.add(
            new SumObjective.Weighted(
                1, new ProductObjective(rows[i], centres[i], rows[j], centres[j])));
      }
    }
    return new SumObjective(measures);
  }
}
