package surety.certificates.recurrence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Expression;
import surety.certificates.loop.Instruction;
import surety.certificates.loop.LoopProgram;
import surety.certificates.precise.Exponent;

/** Means of expressions after some iterations of a loop. */
final class LoopMeans<C> {
  private final LoopProgram program;
  private final State state;
  private final Coefficients<C> coefficients;
  private final BackwardStep<C> step;

  LoopMeans(LoopProgram program, Coefficients<C> coefficients) {
    this.program = program;
    this.state = new State(program);
    this.coefficients = coefficients;
    this.step = new BackwardStep<>(state, coefficients);
    requireDraws(program.start());
    requireDraws(program.step());
  }

  /** Each draw has parameters that its distribution may have, also one that nobody asks for. */
  private void requireDraws(List<Instruction> block) {
    for (Instruction instruction : block) {
      if (instruction instanceof Instruction.Draw draw) {
        coefficients.moment(draw.distribution(), 0, Exponent.ZERO);
      } else if (instruction instanceof Instruction.Conditional conditional) {
        requireDraws(conditional.then());
        requireDraws(conditional.otherwise());
      }
    }
  }

  /** What an expression is. */
  Form<C> form(Expression expression) {
    return step.translation().of(expression);
  }

  /** A term's mean after an iteration as one before it. */
  Form<C> beforeStep(Term term) {
    Form<C> form = new Form<>(coefficients);
    form.add(term, coefficients.of(Rational.ONE));
    return step.before(form, program.step());
  }

  /**
   * Means after some iterations by walking back through them, one by one, and through the start.
   */
  List<C> walked(List<Form<C>> forms, int iterations) {
    List<C> means = new ArrayList<>();
    for (Form<C> form : forms) {
      Form<C> before = form;
      for (int k = 0; k < iterations; k++) {
        before = step.before(before, program.step());
      }
      means.add(atStart(before));
    }
    return means;
  }

  /**
   * Means after some iterations from those of all terms of a system after each of them.
   *
   * @param most terms of the system
   * @return empty if it has more
   */
  Optional<List<C>> closed(List<Form<C>> forms, int iterations, int most) {
    Set<Term> wanted = new LinkedHashSet<>();
    forms.forEach(form -> wanted.addAll(form.terms().keySet()));
    return MomentSystem.of(this, wanted, most)
        .map(system -> means(system, forms, after(system, iterations)));
  }

  private List<C> means(MomentSystem<C> system, List<Form<C>> forms, List<C> values) {
    List<C> means = new ArrayList<>();
    for (Form<C> form : forms) {
      C sum = coefficients.of(Rational.ZERO);
      for (Map.Entry<Term, C> each : form.terms().entrySet()) {
        C value = values.get(system.place(each.getKey()));
        sum = coefficients.plus(sum, product(each.getValue(), value, each.getKey().isTurned()));
      }
      means.add(sum);
    }
    return means;
  }

  private List<C> after(MomentSystem<C> system, int iterations) {
    List<C> values = new ArrayList<>();
    for (Term term : system.terms()) {
      Form<C> form = new Form<>(coefficients);
      form.add(term, coefficients.of(Rational.ONE));
      values.add(atStart(form));
    }
    for (int k = 0; k < iterations; k++) {
      List<C> next = new ArrayList<>(values.size());
      for (List<MomentSystem.Addend<C>> addends : system.sums()) {
        C sum = coefficients.of(Rational.ZERO);
        for (MomentSystem.Addend<C> addend : addends) {
          C value = values.get(addend.place());
          sum = coefficients.plus(sum, product(addend.factor(), value, addend.isTurned()));
        }
        next.add(sum);
      }
      values = next;
    }
    return values;
  }

  private C product(C factor, C value, boolean isTurned) {
    return coefficients.times(factor, isTurned ? coefficients.conjugate(value) : value);
  }

  /** The mean of a form before the first iteration. */
  private C atStart(Form<C> form) {
    C sum = coefficients.of(Rational.ZERO);
    for (Map.Entry<Term, C> each : step.before(form, program.start()).terms().entrySet()) {
      for (int v = 0; v < state.size(); v++) {
        if (each.getKey().mentions(v)) {
          throw new IllegalArgumentException(
              "%s has no value before it is read".formatted(state.name(v)));
        }
      }
      sum = coefficients.plus(sum, each.getValue());
    }
    return sum;
  }
}
