package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.emf.ecore.EObject;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Draws;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.model.Expressions;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Call;
import surety.language.sure.Constant;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Expression;
import surety.language.sure.Factor;
import surety.language.sure.NamedReference;
import surety.language.sure.Operand;
import surety.language.sure.Parentheses;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.Term;
import surety.language.sure.VariableReference;
import surety.language.sure.VariableValue;

/**
 * Sums of inputs above, numbers and distributions, in one world. An input that is a number there is
 * a number here, so that it may be multiplied with others.
 */
final class RandomSumReader {
  private final Sampling sampling;
  private final World world;

  RandomSumReader(Sampling sampling, World world) {
    this.sampling = sampling;
    this.world = world;
  }

  /** A sum multiplied out: what is known, and distributions with their factors. */
  private record Value(Linear known, List<Scaled> random) {
    static Value of(Linear known) {
      return new Value(known, List.of());
    }

    Optional<Rational> number() {
      return random.isEmpty() && known.isConstant()
          ? Optional.of(known.constant())
          : Optional.empty();
    }

    Value times(Rational factor) {
      return new Value(
          known.times(factor),
          random.stream().map(s -> new Scaled(s.factor.times(factor), s.term)).toList());
    }

    Value plus(Value other) {
      List<Scaled> all = new ArrayList<>(random);
      all.addAll(other.random);
      return new Value(known.plus(other.known), all);
    }
  }

  private record Scaled(Rational factor, DistributionTerm term) {}

  /** All ways in which so many inputs come about together. */
  Optional<Draws> draws(Sum sum, int inputs) {
    Optional<DistributionTerm> term = alone(sum);
    if (term.isPresent()) {
      return new TermReader(sampling, world).draws(term.get(), inputs).map(Draws::simplified);
    }
    if (inputs > 1) {
      sampling.report(
          IssueCodes.UNSUPPORTED,
          "several inputs are drawn together from one distribution, not from "
              + Text.quoted(sum)
              + "; write Normal([...], [[...]]), Kde, Empirical or OneHot, or a line for each input",
          sum.eContainer(),
          sum.eContainmentFeature());
      return Optional.empty();
    }
    return value(sum)
        .filter(value -> isNoMixture(value, sum))
        .flatMap(this::draws)
        .map(Draws::simplified);
  }

  /** Values add up in a sum; who writes parts that sum to 1 probably means one or the other. */
  private boolean isNoMixture(Value value, Sum sum) {
    Rational all = value.random.stream().map(Scaled::factor).reduce(Rational.ZERO, Rational::plus);
    boolean looksLikeOne =
        value.random.size() > 1
            && all.equals(Rational.ONE)
            && value.random.stream().allMatch(part -> part.factor.signum() > 0);
    if (looksLikeOne) {
      StringJoiner parts = new StringJoiner(", ", Family.MIXTURE.word() + "(", ")");
      value.random.forEach(part -> parts.add(part.factor + ": " + Text.of(part.term)));
      sampling.report(
          IssueCodes.WEIGHTS,
          "a sum adds the values of its distributions; for one or the other of them write " + parts,
          sum.eContainer(),
          sum.eContainmentFeature());
    }
    return !looksLikeOne;
  }

  /** The distribution that a sum consists of, if it is nothing else. */
  static Optional<DistributionTerm> alone(Expression sum) {
    return Expressions.distribution(Expressions.unwrapped(sum));
  }

  private Optional<Draws> draws(Value value) {
    Draws all = Draws.known(value.known);
    for (Scaled part : value.random) {
      if (part.term.getInterval() != null && !isInParentheses(part.term)) {
        sampling.report(
            IssueCodes.SYNTAX,
            "it is not clear what 'on' cuts off here; write ("
                + Text.of(part.term)
                + ") to cut off before the rest is added",
            part.term,
            SurePackage.Literals.DISTRIBUTION_TERM__INTERVAL);
        return Optional.empty();
      }
      Optional<Draws> draws = new TermReader(sampling, world).draws(part.term, 1);
      if (draws.isEmpty()) {
        return Optional.empty();
      }
      if (draws.get().box().isPresent()) {
        sampling.reportUnsupported(
            "'on' is a condition on "
                + Text.quoted(part.term)
                + " by itself, which is not supported in a sum; give it to an input of its own",
            part.term);
        return Optional.empty();
      }
      all = all.plus(draws.get().times(part.factor));
    }
    return Optional.of(all);
  }

  private static boolean isInParentheses(DistributionTerm term) {
    EObject sum = term.eContainer().eContainer().eContainer();
    return sum.eContainer() instanceof Parentheses
        && Expressions.alone((Sum) sum).filter(term::equals).isPresent();
  }

  /** What a sum without distributions is. */
  Optional<Linear> known(Expression expression) {
    Optional<Value> value = value(expression);
    if (value.isPresent() && !value.get().random.isEmpty()) {
      reportRandom(value.get().random.get(0).term);
      return Optional.empty();
    }
    return value.map(Value::known);
  }

  private void reportRandom(DistributionTerm term) {
    if (Family.ofWord(term.getFamily()).isEmpty()) {
      sampling.report(
          IssueCodes.SYNTAX,
          "'"
              + term.getFamily()
              + "(...)' is not understood here; write the number itself, such as 0.01 or 3/4",
          term);
    } else {
      sampling.report(
          IssueCodes.PARAMETER_KIND,
          Text.quoted(term)
              + " is a distribution, not a number; give it to an input above, and name that input"
              + " here",
          term);
    }
  }

  private Optional<Value> value(Expression expression) {
    if (!(expression instanceof Sum sum)) {
      return Optional.empty();
    }
    Optional<Value> total = Optional.of(Value.of(Linear.ZERO));
    for (Term term : sum.getTerms()) {
      Optional<Value> value = value(term);
      total =
          total.isEmpty() || value.isEmpty()
              ? Optional.empty()
              : Optional.of(total.get().plus(value.get()));
    }
    return total.filter(value -> isBounded(value, sum));
  }

  private Optional<Value> value(Term term) {
    Value product = Value.of(Linear.constant(sign(term.getSign())));
    for (Factor factor : term.getFactors()) {
      Optional<Value> operand = value(factor.getOperand());
      if (operand.isEmpty()) {
        return Optional.empty();
      }
      Value signed = operand.get().times(sign(factor.getSign()));
      Optional<Value> next =
          "/".equals(factor.getOperator())
              ? quotient(product, signed, factor)
              : product(product, signed, factor);
      if (next.isEmpty() || !isBounded(next.get(), term)) {
        return Optional.empty();
      }
      product = next.get();
    }
    return Optional.of(product);
  }

  private boolean isBounded(Value value, EObject written) {
    boolean isBounded =
        Numbers.isBounded(value.known.constant())
            && value.known.terms().values().stream().allMatch(Numbers::isBounded)
            && value.random.stream().allMatch(s -> Numbers.isBounded(s.factor));
    if (!isBounded) {
      sampling.report(
          IssueCodes.NUMBER,
          NumberReader.tooLong(written),
          written,
          written instanceof Sum
              ? SurePackage.Literals.SUM__TERMS
              : SurePackage.Literals.TERM__FACTORS);
    }
    return isBounded;
  }

  private static Rational sign(String sign) {
    return Rational.of("-".equals(sign) ? -1 : 1);
  }

  private Optional<Value> product(Value left, Value right, Factor factor) {
    if (left.number().isPresent()) {
      return Optional.of(right.times(left.number().get()));
    }
    if (right.number().isPresent()) {
      return Optional.of(left.times(right.number().get()));
    }
    sampling.report(
        IssueCodes.EVENT_NONLINEAR,
        Text.quoted(factor.eContainer())
            + " is not linear; one side of '*' must be a number, or an input with finitely many"
            + " values",
        factor,
        SurePackage.Literals.FACTOR__OPERAND);
    return Optional.empty();
  }

  private Optional<Value> quotient(Value left, Value right, Factor factor) {
    Optional<Rational> divisor = right.number();
    if (divisor.isPresent() && !divisor.get().isZero()) {
      return Optional.of(left.times(Rational.ONE.dividedBy(divisor.get())));
    }
    sampling.report(
        IssueCodes.EVENT_DIVISION,
        divisor.isPresent()
            ? "the divisor " + Text.quoted(factor.getOperand()) + " is 0; divide by another number"
            : "division by "
                + Text.quoted(factor.getOperand())
                + " is not linear; divide by numbers",
        factor,
        SurePackage.Literals.FACTOR__OPERAND);
    return Optional.empty();
  }

  private Optional<Value> value(Operand operand) {
    if (operand instanceof Constant constant) {
      return Numbers.parse(constant.getValue()).map(v -> Value.of(Linear.constant(v)));
    }
    if (operand instanceof DistributionTerm term) {
      return Optional.of(new Value(Linear.ZERO, List.of(new Scaled(Rational.ONE, term))));
    }
    if (operand instanceof Parentheses parentheses) {
      return value(parentheses.getInner());
    }
    if (operand instanceof Call call) {
      sampling.report(
          IssueCodes.EXPRESSION_KIND,
          Text.quoted(call)
              + " cannot stand in a distribution; compare sums of inputs with numbers",
          call,
          SurePackage.Literals.CALL__FUNCTION);
      return Optional.empty();
    }
    return operand instanceof VariableValue value
        ? input(value.getReference()).map(Value::of)
        : Optional.empty();
  }

  private Optional<Linear> input(VariableReference reference) {
    if (reference instanceof NamedReference named
        && Variables.resolved(named.getVariable()).orElse(null)
            instanceof ConstantDeclaration constant) {
      return Numbers.parse(constant.getNumber()).map(Linear::constant);
    }
    Optional<Coordinate> coordinate = Coordinate.of(reference, sampling.networks());
    if (coordinate.isEmpty() || !coordinate.get().isInput()) {
      return Optional.empty();
    }
    int index = coordinate.get().index();
    Optional<Linear> known = world.input(index);
    if (known.isEmpty() && !sampling.isBroken(index)) {
      sampling.report(
          IssueCodes.INPUT_DEPENDENCE,
          "input "
              + Text.quoted(reference)
              + " has no value yet; its line must stand above those that depend on it",
          reference.eContainer(),
          reference.eContainmentFeature());
    }
    return known;
  }

  /** Of inputs, for messages. */
  static String words(List<String> names) {
    return names.size() == 1 ? "input " + names.get(0) : "inputs " + Names.list(names);
  }
}
