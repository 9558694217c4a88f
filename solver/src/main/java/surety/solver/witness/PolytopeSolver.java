package surety.solver.witness;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.RatNum;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Z3Exception;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Cell;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.cell.Threshold;
import surety.solver.z3.Interrupter;

/**
 * Asks Z3 whether an event can happen in a cell, in exact arithmetic over the network's encoding.
 *
 * <p>One question decides. If the answer is yes, further ones look for a point with a margin from
 * the cell's sides and from the event's boundary, since Z3's own point is usually a corner of a
 * polytope with large denominators, and a corner cannot be rounded.
 */
final class PolytopeSolver {
  /** Margins that are tried, largest first, relative to the cell and to the event's range. */
  private static final List<Rational> MARGINS =
      List.of(Rational.of(1, 8), Rational.of(1, 64), Rational.of(1, 1024), Rational.of(1, 1 << 20));

  private final ExactProblem problem;
  private final WitnessLimits limits;

  PolytopeSolver(ExactProblem problem, WitnessLimits limits) {
    this.problem = problem;
    this.limits = limits;
  }

  /** What Z3 says. */
  sealed interface Answer {
    /** Yes: at these points, the one with the largest margin first. */
    record Possible(List<List<Rational>> points) implements Answer {}

    /** No. */
    record Infeasible() implements Answer {}

    /** Z3 gave up. */
    record GivenUp(String reason) implements Answer {}
  }

  /**
   * Whether the event can happen in a cell.
   *
   * @param event what the bounds leave of it
   * @param bounds of the problem over the cell
   * @param deadline for all questions together
   * @throws surety.certificates.stop.StoppedException if that is over, or somebody stops it, before
   *     Z3 is asked
   */
  @SuppressWarnings("try") // the interrupter only has to be there until the end
  Answer solve(CompiledEvent event, Cell cell, CellBounds bounds, Deadline deadline) {
    try (Context context = new Context();
        Interrupter interrupter = new Interrupter(context, deadline)) {
      NetworkEncoding encoding = NetworkEncoding.of(context, problem, cell, bounds, deadline);
      Solver solver = context.mkSimpleSolver();
      require(solver, encoding.constraints());
      require(solver, List.of(encoding.holds(event)));
      return switch (check(context, solver, deadline)) {
        case UNSATISFIABLE -> new Answer.Infeasible();
        case UNKNOWN -> new Answer.GivenUp("Z3 gave up: " + solver.getReasonUnknown());
        case SATISFIABLE ->
            new Answer.Possible(points(context, solver, encoding, event, bounds, deadline));
      };
    } catch (Z3Exception e) {
      return new Answer.GivenUp("Z3 failed: " + e.getMessage());
    } catch (LinkageError e) { // the native library is for another platform, or cannot be unpacked
      return new Answer.GivenUp("Z3 cannot be loaded on this machine: " + e.getMessage());
    }
  }

  /** The point of the first question's model, after one with a margin if there is one in time. */
  private List<List<Rational>> points(
      Context context,
      Solver solver,
      NetworkEncoding encoding,
      CompiledEvent event,
      CellBounds bounds,
      Deadline deadline) {
    List<List<Rational>> points = new ArrayList<>();
    points.add(point(solver.getModel(), encoding));
    for (Rational margin : MARGINS) {
      solver.push();
      require(solver, encoding.cell().interior(margin));
      require(solver, List.of(encoding.holds(inside(event, bounds, margin))));
      Status status = check(context, solver, deadline);
      if (status == Status.SATISFIABLE) {
        points.add(0, point(solver.getModel(), encoding));
      }
      if (status != Status.UNSATISFIABLE) {
        break;
      }
      solver.pop();
    }
    return points;
  }

  /** An event with its thresholds moved inward by a part of what the forms' bounds leave. */
  private static CompiledEvent inside(CompiledEvent event, CellBounds bounds, Rational margin) {
    if (event instanceof CompiledEvent.Combination of) {
      return new CompiledEvent.Combination(
          of.all(), of.parts().stream().map(part -> inside(part, bounds, margin)).toList());
    }
    if (!(event instanceof CompiledEvent.Comparison c)) {
      return event;
    }
    Interval form = bounds.form(c.form());
    double far = c.isBelow() ? form.lower() : form.upper();
    Rational threshold = c.threshold().exact();
    Rational room =
        Double.isInfinite(far) ? Rational.ONE : Rational.ofDouble(far).minus(threshold).abs();
    Rational distance = room.times(margin);
    Rational moved = c.isBelow() ? threshold.minus(distance) : threshold.plus(distance);
    return new CompiledEvent.Comparison(
        c.form(), Threshold.of(moved, c.threshold().inclusive()), c.isBelow());
  }

  private Status check(Context context, Solver solver, Deadline deadline) {
    Duration left = deadline.remaining();
    Duration time = left.compareTo(limits.query()) < 0 ? left : limits.query();
    if (time.toMillis() == 0) { // Z3 takes a timeout of 0 for none
      return Status.UNKNOWN;
    }
    Params params = context.mkParams();
    params.add("timeout", (int) Math.min(Integer.MAX_VALUE, time.toMillis()));
    params.add("rlimit", limits.resources());
    solver.setParameters(params);
    return solver.check();
  }

  private static void require(Solver solver, List<BoolExpr> constraints) {
    solver.add(constraints.toArray(new BoolExpr[0]));
  }

  private static List<Rational> point(Model model, NetworkEncoding encoding) {
    List<Rational> point = new ArrayList<>();
    for (Expr<RealSort> input : encoding.cell().inputs()) {
      point.add(Terms.value((RatNum) model.eval(input, true)));
    }
    return point;
  }
}
