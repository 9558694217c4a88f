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
    return step.before(single(term), program.step());
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
    return forms.stream().map(form -> sum(system.addends(form), values)).toList();
  }

  private List<C> after(MomentSystem<C> system, int iterations) {
    List<C> values = system.terms().stream().map(term -> atStart(single(term))).toList();
    for (int k = 0; k < iterations; k++) {
      List<C> before = values;
      values = system.sums().stream().map(addends -> sum(addends, before)).toList();
    }
    return values;
  }

  private C sum(List<MomentSystem.Addend<C>> addends, List<C> values) {
    C sum = coefficients.of(Rational.ZERO);
    for (MomentSystem.Addend<C> addend : addends) {
      C value = values.get(addend.place());
      C mean = addend.isTurned() ? coefficients.conjugate(value) : value;
      sum = coefficients.plus(sum, coefficients.times(addend.factor(), mean));
    }
    return sum;
  }

  private Form<C> single(Term term) {
    Form<C> form = new Form<>(coefficients);
    form.add(term, coefficients.of(Rational.ONE));
    return form;
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
