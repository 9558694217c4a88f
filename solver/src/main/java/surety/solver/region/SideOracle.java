package surety.solver.region;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.RatNum;
import com.microsoft.z3.RealExpr;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Z3Exception;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.FarkasCombination;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.RationalPoint;
import surety.certificates.stop.Stop;
import surety.solver.z3.Interrupter;

/**
 * Asks Z3, in exact rationals, whether half-spaces have an inner point in common. The half-spaces
 * form a stack, so that neighbouring questions share what Z3 has worked out. One thread at a time.
 */
final class SideOracle implements AutoCloseable {
  private final Context context;
  private final Stop stop;
  private final Interrupter interrupter;
  private final Solver solver;
  private final RealExpr[] variables;
  private final LinearTerms terms;
  private final List<HalfSpace> stack = new ArrayList<>();

  /** Of the stack; Z3 gives the numbers of formulas that nobody holds to others. */
  private final List<BoolExpr> formulas = new ArrayList<>();

  private final Map<Integer, Integer> asserted = new HashMap<>();

  /**
   * For points of that many coordinates.
   *
   * @param stop interrupts Z3
   */
  SideOracle(int dimension, Stop stop) {
    this.stop = stop;
    context = new Context(Map.of("proof", "true"));
    interrupter = new Interrupter(context, stop);
    solver = context.mkSimpleSolver();
    Params params = context.mkParams();
    params.add("arith.solver", 2); // the newer one's proofs have no Farkas coefficients
    solver.setParameters(params);
    variables = new RealExpr[dimension];
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int q = 0; q < dimension; q++) {
      variables[q] = context.mkRealConst("x" + q);
      numbers.put(variables[q].getId(), q);
    }
    terms = new LinearTerms(numbers);
  }

  /** What Z3 says of one more half-space. */
  sealed interface Answer {
    /** A point strictly inside of all of them. */
    record Inside(RationalPoint point) implements Answer {}

    /** There is none. */
    record Empty(FarkasCombination proof) implements Answer {}
  }

  /** Adds a half-space. */
  void push(HalfSpace halfSpace) {
    solver.push();
    BoolExpr formula = formula(halfSpace);
    asserted.putIfAbsent(formula.getId(), stack.size()); // equal half-spaces are one formula
    stack.add(halfSpace);
    formulas.add(formula);
    solver.add(new BoolExpr[] {formula});
  }

  /** Takes the last one away. */
  void pop() {
    solver.pop();
    stack.remove(stack.size() - 1);
    BoolExpr last = formulas.remove(formulas.size() - 1);
    asserted.remove(last.getId(), stack.size());
  }

  /** Puts other half-spaces in place of all that are there. */
  void replace(List<HalfSpace> halfSpaces) {
    while (!stack.isEmpty()) {
      pop();
    }
    halfSpaces.forEach(this::push);
  }

  /**
   * Whether the half-spaces on the stack and one more have a common inner point.
   *
   * @throws surety.certificates.stop.StoppedException if somebody stops it
   */
  Answer ask(HalfSpace side) {
    try {
      return answer(side);
    } catch (IllegalStateException | Z3Exception e) {
      stop.check(); // then it only did not come to an end
      throw e;
    }
  }

  private Answer answer(HalfSpace side) {
    push(side);
    try {
      Status status = solver.check();
      if (status == Status.SATISFIABLE) {
        return new Answer.Inside(point(solver.getModel()));
      }
      if (status == Status.UNSATISFIABLE) {
        return new Answer.Empty(proof(solver.getProof()));
      }
      throw new IllegalStateException(
          "Z3 does not decide linear inequalities: " + solver.getReasonUnknown());
    } finally {
      pop();
    }
  }

  private BoolExpr formula(HalfSpace halfSpace) {
    List<Expr<RealSort>> sum = new ArrayList<>();
    for (int q = 0; q < variables.length; q++) {
      BigInteger factor = halfSpace.normal().get(q);
      if (factor.signum() != 0) {
        sum.add(context.mkMul(number(factor), variables[q]));
      }
    }
    Expr<RealSort> left = sum.size() == 1 ? sum.get(0) : context.mkAdd(array(sum));
    return context.mkGt(left, number(halfSpace.constant().negate()));
  }

  private RatNum number(BigInteger value) {
    return context.mkReal(value.toString());
  }

  @SuppressWarnings("unchecked") // Java cannot make an array of a generic type otherwise
  private static Expr<RealSort>[] array(List<Expr<RealSort>> sum) {
    return sum.toArray((Expr<RealSort>[]) new Expr<?>[0]);
  }

  private RationalPoint point(Model model) {
    List<Rational> coordinates = new ArrayList<>();
    for (RealExpr variable : variables) {
      coordinates.add(LinearTerms.value((RatNum) model.eval(variable, true)));
    }
    return RationalPoint.of(coordinates);
  }

  /** The Farkas combination of a proof, or where it has another shape, from a question of ours. */
  private FarkasCombination proof(Expr<?> proof) {
    List<HalfSpace> given = stack.subList(0, stack.size() - 1);
    HalfSpace side = stack.get(stack.size() - 1);
    Optional<FarkasCombination> read =
        new FarkasReader(terms, asserted, stack)
            .read(proof)
            .flatMap(this::combination)
            .filter(c -> c.proves(given, side));
    if (read.isPresent()) {
      return read.get();
    }
    Map<Integer, Rational> used = new TreeMap<>();
    FarkasReader.collect(proof, asserted, used);
    return combination(multipliers(List.copyOf(used.keySet())))
        .filter(c -> c.proves(given, side))
        .orElseThrow(() -> new IllegalStateException("Z3's proof cannot be confirmed: " + proof));
  }

  /** In integers; empty if the side itself plays no part, or a multiplier is not positive. */
  private Optional<FarkasCombination> combination(Map<Integer, Rational> multipliers) {
    BigInteger common = BigInteger.ONE;
    for (Rational m : multipliers.values()) {
      common = common.divide(common.gcd(m.denominator())).multiply(m.denominator());
    }
    BigInteger divisor = BigInteger.ZERO;
    for (Rational m : multipliers.values()) {
      divisor = divisor.gcd(m.numerator().multiply(common.divide(m.denominator())));
    }
    int last = stack.size() - 1;
    BigInteger ofSide = BigInteger.ZERO;
    List<FarkasCombination.Term> integers = new ArrayList<>();
    for (Map.Entry<Integer, Rational> entry : multipliers.entrySet()) {
      Rational m = entry.getValue();
      if (m.signum() != 0) {
        BigInteger integer = m.numerator().multiply(common.divide(m.denominator())).divide(divisor);
        if (entry.getKey() == last) {
          ofSide = integer;
        } else {
          integers.add(new FarkasCombination.Term(entry.getKey(), integer));
        }
      }
    }
    return ofSide.signum() > 0
        ? Optional.of(new FarkasCombination(ofSide, integers))
        : Optional.empty();
  }

  /** Multipliers of these half-spaces that make a contradiction, asked for as unknowns. */
  private Map<Integer, Rational> multipliers(List<Integer> used) {
    Solver dual = context.mkSimpleSolver();
    List<RealExpr> unknowns = new ArrayList<>();
    for (int index : used) {
      RealExpr unknown = context.mkRealConst("m" + index);
      unknowns.add(unknown);
      RatNum least = context.mkReal(index == stack.size() - 1 ? 1 : 0);
      dual.add(new BoolExpr[] {context.mkGe(unknown, least)});
    }
    for (int q = 0; q <= variables.length; q++) {
      List<Expr<RealSort>> sum = new ArrayList<>();
      sum.add(context.mkReal(0));
      for (int k = 0; k < used.size(); k++) {
        HalfSpace h = stack.get(used.get(k));
        BigInteger factor = q < variables.length ? h.normal().get(q) : h.constant();
        sum.add(context.mkMul(number(factor), unknowns.get(k)));
      }
      Expr<RealSort> total = context.mkAdd(array(sum));
      BoolExpr balanced =
          q < variables.length
              ? context.mkEq(total, context.mkReal(0))
              : context.mkLe(total, context.mkReal(0));
      dual.add(new BoolExpr[] {balanced});
    }
    Map<Integer, Rational> multipliers = new TreeMap<>();
    if (dual.check() == Status.SATISFIABLE) {
      Model model = dual.getModel();
      for (int k = 0; k < used.size(); k++) {
        multipliers.put(used.get(k), LinearTerms.value((RatNum) model.eval(unknowns.get(k), true)));
      }
    }
    return multipliers;
  }

  @Override
  public void close() {
    interrupter.close();
    context.close();
  }
}
