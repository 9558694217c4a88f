package surety.solver.witness;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Params;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.SimplexCell;
import surety.certificates.stop.Stop;
import surety.solver.z3.Interrupter;

/** Asks Z3 whether affine bounds l <= f <= u of a form hold everywhere in a cell. */
final class LeafOracle {
  /** So that a question that is too hard ends, everywhere after the same work. */
  private static final int MOST_RESOURCES = 4_000_000;

  private final ExactProblem problem;
  private final int form;
  private final Stop stop;

  /** Of a form of a problem. */
  LeafOracle(ExactProblem problem, int form, Stop stop) {
    this.problem = problem.ofForm(form);
    this.form = form;
    this.stop = stop;
  }

  /** How many ReLUs Z3 would have to distinguish. */
  int openSigns(Cell cell) {
    return CellBounds.of(problem, cell, stop).unproven();
  }

  /** Whether the bounds by their values at the vertices are violated somewhere. */
  Status violation(SimplexCell simplex, double[] lower, double[] upper) {
    return ask(
        simplex,
        encoding ->
            new Bounds(
                encoding.cell().interpolated(exact(lower)),
                encoding.cell().interpolated(exact(upper))));
  }

  /** Whether the bounds by their coefficients in coordinates from -1 to 1 are violated. */
  Status violation(BoxCell box, double[] lower, double[] upper) {
    return ask(
        box,
        encoding -> {
          List<Expr<RealSort>> positions = encoding.cell().positions(box);
          return new Bounds(
              encoding.local(positions, exact(lower)), encoding.local(positions, exact(upper)));
        });
  }

  private record Bounds(Expr<RealSort> lower, Expr<RealSort> upper) {}

  /** An encoding with its context. */
  private record LocalEncoding(Context context, NetworkEncoding network) {
    CellEncoding cell() {
      return network.cell();
    }

    /** {@code c_0 + sum_q c_q (2 t_q - 1)} with positions t from 0 to 1. */
    Expr<RealSort> local(List<Expr<RealSort>> positions, List<Rational> coefficients) {
      Rational constant = coefficients.get(0);
      List<Expr<RealSort>> terms = new ArrayList<>();
      for (int q = 0; q < positions.size(); q++) {
        Rational coefficient = coefficients.get(q + 1);
        constant = constant.minus(coefficient);
        Expr<RealSort> slope = Terms.number(context, coefficient.plus(coefficient));
        terms.add(context.mkMul(slope, positions.get(q)));
      }
      terms.add(Terms.number(context, constant));
      return Terms.sum(context, terms);
    }
  }

  private interface BoundsIn {
    Bounds of(LocalEncoding encoding);
  }

  @SuppressWarnings("try") // the interrupter only has to be there until the end
  private Status ask(Cell cell, BoundsIn claimed) {
    CellBounds bounds = CellBounds.of(problem, cell, stop);
    try (Context context = new Context();
        Interrupter interrupter = new Interrupter(context, stop)) {
      NetworkEncoding encoding = NetworkEncoding.of(context, problem, cell, bounds, stop);
      Bounds between = claimed.of(new LocalEncoding(context, encoding));
      Expr<RealSort> value = encoding.form(form);
      Solver solver = context.mkSimpleSolver();
      Params params = context.mkParams();
      params.add("rlimit", MOST_RESOURCES);
      solver.setParameters(params);
      solver.add(encoding.constraints().toArray(new BoolExpr[0]));
      BoolExpr[] violations = {
        context.mkLt(value, between.lower), context.mkGt(value, between.upper)
      };
      solver.add(new BoolExpr[] {context.mkOr(violations)});
      return solver.check();
    }
  }

  private static List<Rational> exact(double[] values) {
    return Arrays.stream(values).mapToObj(Rational::ofDouble).toList();
  }
}
