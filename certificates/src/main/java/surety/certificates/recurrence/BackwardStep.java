package surety.certificates.recurrence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.DrawLaw;
import surety.certificates.loop.Expression;
import surety.certificates.loop.FiniteValues;
import surety.certificates.loop.Instruction;
import surety.certificates.precise.Exponent;

/**
 * What the mean of a form after statements is before them (weakest pre-expectations, McIver and
 * Morgan 2005).
 *
 * <p>Sound statement by statement: an assignment puts expressions in the place of variables; a draw
 * is independent of everything before it, so its part of each term has a mean of its own; of a
 * choice the means add up with its weights; and a condition multiplies by whether it holds.
 */
final class BackwardStep<C> {
  private final State state;
  private final Coefficients<C> coefficients;
  private final Translation<C> translation;

  /** What factors of terms become, kept by statement, target, power and exponent. */
  private final IdentityHashMap<Expression, Map<Factor, Form<C>>> replaced =
      new IdentityHashMap<>();

  private record Factor(int variable, int power, Exponent exponent) {}

  BackwardStep(State state, Coefficients<C> coefficients) {
    this.state = state;
    this.coefficients = coefficients;
    this.translation = new Translation<>(state, coefficients);
  }

  Translation<C> translation() {
    return translation;
  }

  /** A form of the state before a block whose mean is that of a form of the state after it. */
  Form<C> before(Form<C> after, List<Instruction> block) {
    Form<C> form = after;
    for (int k = block.size() - 1; k >= 0; k--) {
      form = before(form, block.get(k));
    }
    return form;
  }

  private Form<C> before(Form<C> after, Instruction instruction) {
    List<Integer> targets = instruction.targets().stream().map(state::index).toList();
    Form<C> result = new Form<>(coefficients);
    Form<C> about = new Form<>(coefficients);
    after
        .terms()
        .forEach(
            (term, c) -> (targets.stream().anyMatch(term::mentions) ? about : result).add(term, c));
    if (about.terms().isEmpty()) {
      return after;
    }
    if (instruction instanceof Instruction.Draw draw) {
      int variable = targets.get(0);
      about
          .terms()
          .forEach(
              (term, c) ->
                  result.add(
                      term.without(variable),
                      coefficients.times(c, mean(draw.distribution(), variable, term))));
    } else if (instruction instanceof Instruction.Assignment assignment) {
      about.terms().forEach((term, c) -> assign(assignment, targets, term, c, result));
    } else if (instruction instanceof Instruction.Choice choice) {
      for (int k = 0; k < choice.values().size(); k++) {
        C weight = coefficients.of(choice.weights().get(k));
        Expression value = choice.values().get(k);
        about
            .terms()
            .forEach(
                (term, c) ->
                    result.addProduct(
                        term.without(targets.get(0)),
                        coefficients.times(weight, c),
                        replacement(value, targets.get(0), term)));
      }
    } else if (instruction instanceof Instruction.Conditional conditional) {
      return result
          .plus(branch(conditional, true, before(about, conditional.then())))
          .plus(branch(conditional, false, before(about, conditional.otherwise())));
    }
    return result;
  }

  private Form<C> branch(Instruction.Conditional conditional, boolean holds, Form<C> form) {
    return translation.whether(conditional.condition(), holds).times(form);
  }

  private C mean(DrawLaw distribution, int variable, Term term) {
    if (!state.isFinite(variable)) {
      return coefficients.moment(distribution, term.power(variable), term.exponent(variable));
    }
    DrawLaw.Finite finite = (DrawLaw.Finite) distribution; // no other has finite values
    int place = finite.values().indexOf(state.values(variable).get(term.power(variable) - 1));
    return coefficients.of(place < 0 ? Rational.ZERO : finite.weights().get(place));
  }

  private void assign(
      Instruction.Assignment assignment,
      List<Integer> targets,
      Term term,
      C coefficient,
      Form<C> result) {
    Term rest = term;
    List<Form<C>> factors = new ArrayList<>();
    for (int k = 0; k < targets.size(); k++) {
      int target = targets.get(k);
      if (term.mentions(target)) {
        rest = rest.without(target);
        factors.add(replacement(assignment.values().get(k), target, term));
      }
    }
    Form<C> product = factors.get(0);
    for (Form<C> factor : factors.subList(1, factors.size())) {
      product = product.times(factor);
    }
    result.addProduct(rest, coefficient, product);
  }

  /** What a variable's part of a term is if the variable has the value of an expression. */
  private Form<C> replacement(Expression value, int variable, Term term) {
    Factor factor = new Factor(variable, term.power(variable), term.exponent(variable));
    Map<Factor, Form<C>> known = replaced.computeIfAbsent(value, each -> new HashMap<>());
    Form<C> form = known.get(factor);
    if (form == null) {
      form = replacement(value, factor, known);
      known.put(factor, form);
    }
    return form;
  }

  private Form<C> replacement(Expression value, Factor factor, Map<Factor, Form<C>> known) {
    if (state.isFinite(factor.variable)) {
      return isValue(value, state.values(factor.variable).get(factor.power - 1));
    }
    Form<C> power = power(value, factor, known);
    return factor.exponent.isZero()
        ? power
        : power.times(translation.exponential(value, factor.exponent));
  }

  /** A power of the value, from the one below. */
  private Form<C> power(Expression value, Factor factor, Map<Factor, Form<C>> known) {
    Form<C> power = translation.number(coefficients.of(Rational.ONE));
    Form<C> base = null;
    for (int k = 1; k <= factor.power; k++) {
      Factor each = new Factor(factor.variable, k, Exponent.ZERO);
      Form<C> next = known.get(each);
      if (next == null) {
        base = base == null ? translation.of(value) : base;
        next = power.times(base);
        known.put(each, next);
      }
      power = next;
    }
    return power;
  }

  /** Whether an expression of variables with finitely many values has a value. */
  private Form<C> isValue(Expression expression, Rational value) {
    Form<C> form = new Form<>(coefficients);
    for (Map<String, Rational> each :
        state.combinations(expression.variables()).orElseThrow(() -> neverAssigned(expression))) {
      if (FiniteValues.value(expression, each).equals(value)) {
        form.add(translation.indicator(each), coefficients.of(Rational.ONE));
      }
    }
    return form;
  }

  /** Other variables have finitely many values, or what they are given to would not. */
  private static IllegalArgumentException neverAssigned(Expression expression) {
    return new IllegalArgumentException(
        "a variable in '%s' has no value before it is read".formatted(expression.canonical()));
  }
}
