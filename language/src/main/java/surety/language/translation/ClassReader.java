package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import surety.certificates.statement.Comparison;
import surety.language.model.Expressions;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Call;
import surety.language.sure.Expression;
import surety.language.sure.IndexedReference;
import surety.language.sure.Membership;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Operand;
import surety.language.sure.Relation;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableReference;
import surety.language.sure.VariableValue;

/**
 * Events about the output that is largest or least.
 *
 * <p>Of several that are, the first one counts, as in NumPy and ONNX: {@code argmax == k} is {@code
 * y_k > y_j} for all j before k, and {@code y_k >= y_j} for all behind. So exactly one output is
 * it, whatever the network computes.
 */
final class ClassReader {
  private final Reading reading;

  ClassReader(Reading reading) {
    this.reading = reading;
  }

  /** The largest or least output of a network. */
  private record Choice(boolean isLargest, NetworkDeclaration network, int place, int outputs) {
    Condition is(int output) {
      List<Condition> conditions = new ArrayList<>();
      Affine chosen = variable(output);
      for (int other = 0; other < outputs; other++) {
        if (other != output) {
          conditions.add(Condition.of(chosen.minus(variable(other)), comparison(other < output)));
        }
      }
      return Condition.all(conditions);
    }

    private Comparison comparison(boolean isStrict) {
      return isLargest
          ? isStrict ? Comparison.GREATER : Comparison.GREATER_OR_EQUAL
          : isStrict ? Comparison.LESS : Comparison.LESS_OR_EQUAL;
    }

    private Affine variable(int output) {
      return Affine.variable(new Coordinate(false, output, place));
    }
  }

  /** Whether an operand is {@code argmax(...)} or {@code argmin(...)}. */
  static boolean isClass(Expression expression) {
    return call(expression).isPresent();
  }

  /** The call that gives a class, if an expression is one. */
  static Optional<Call> call(Expression expression) {
    return Expressions.call(expression)
        .filter(
            call ->
                Function.ofWord(call.getFunction())
                    .filter(function -> function.kind() == Function.Kind.CLASS)
                    .isPresent());
  }

  /** Whether one side of a comparison of a chain is a class. */
  static boolean isAbout(Relation relation, int index) {
    return call(relation.getOperands().get(index)).isPresent()
        || call(relation.getOperands().get(index + 1)).isPresent();
  }

  /** One comparison of a chain, of which a side is a class. */
  Optional<Condition> pair(Relation relation, int index) {
    String symbol = relation.getOperators().get(index);
    if (!symbol.equals("==") && !symbol.equals("!=")) {
      reading.report(
          IssueCodes.EVENT_CLASS,
          "a class cannot be compared by '" + symbol + "'; write == or !=",
          relation,
          SurePackage.Literals.RELATION__OPERATORS,
          index);
      return Optional.empty();
    }
    Optional<Condition> equal =
        equal(relation.getOperands().get(index), relation.getOperands().get(index + 1));
    return equal.map(event -> symbol.equals("==") ? event : complement(event));
  }

  /** Not the same class: one of the comparisons fails. */
  private static Condition complement(Condition event) {
    return event instanceof Condition.All all
        ? Condition.any(all.parts().stream().map(Condition::negated).toList())
        : event.negated();
  }

  private Optional<Condition> equal(Expression left, Expression right) {
    Optional<Call> first = call(left);
    Optional<Call> second = call(right);
    if (first.isPresent() && second.isPresent()) {
      Optional<Choice> one = choice(first.get());
      Optional<Choice> other = choice(second.get());
      return one.isPresent() && other.isPresent()
          ? same(one.get(), other.get(), second.get())
          : Optional.empty();
    }
    Optional<Choice> choice = choice(first.or(() -> second).orElseThrow());
    return choice.flatMap(c -> is(c, first.isPresent() ? right : left));
  }

  /** Two networks choose the same output. */
  private Optional<Condition> same(Choice one, Choice other, Call place) {
    List<String> names = Variables.names(Variables.outputs(one.network()));
    List<String> others = Variables.names(Variables.outputs(other.network()));
    boolean differ = !names.isEmpty() && !others.isEmpty() && !names.equals(others);
    if (one.outputs() != other.outputs() || differ) {
      report(
          "the outputs of networks "
              + one.network().getName()
              + " and "
              + other.network().getName()
              + " are not the same, so that their classes cannot be compared; they need the same"
              + " names in the same order",
          place,
          SurePackage.Literals.CALL__FUNCTION);
      return Optional.empty();
    }
    if (2L * one.outputs() * (one.outputs() - 1L) > EventReader.MOST_COMPARISONS) {
      reading.report(
          IssueCodes.EVENT_SIZE,
          "'=='  of two classes with "
              + one.outputs()
              + " outputs comes to more than "
              + EventReader.MOST_COMPARISONS
              + " comparisons; ask for less at once",
          place,
          SurePackage.Literals.CALL__FUNCTION);
      return Optional.empty();
    }
    List<Condition> cases = new ArrayList<>();
    for (int k = 0; k < one.outputs(); k++) {
      cases.add(Condition.all(List.of(one.is(k), other.is(k))));
    }
    return Optional.of(Condition.any(cases));
  }

  private Optional<Condition> is(Choice choice, Expression side) {
    Optional<Operand> operand = Expressions.alone(Expressions.unwrapped(side));
    if (operand.isPresent() && operand.get() instanceof VariableValue value) {
      return is(
          choice, value.getReference(), value, SurePackage.Literals.VARIABLE_VALUE__REFERENCE);
    }
    reading.reportKind(noClass(choice, side), side);
    return Optional.empty();
  }

  private Optional<Condition> is(
      Choice choice, VariableReference reference, EObject part, EStructuralFeature feature) {
    if (reference instanceof NamedReference named
        && Variables.resolved(named.getVariable()).isEmpty()) {
      return Optional.empty();
    }
    Optional<Coordinate> coordinate =
        coordinate(reference, choice).filter(c -> !c.isInput() && c.index() < choice.outputs());
    if (coordinate.isEmpty()) {
      report(noClass(choice, reference), part, feature);
    }
    return coordinate.map(c -> choice.is(c.index()));
  }

  /** Which network is meant, the other side of the comparison says. */
  private static Optional<Coordinate> coordinate(VariableReference reference, Choice choice) {
    return reference instanceof IndexedReference indexed
            && reference.getNetwork() == null
            && Coordinate.OUTPUTS.equals(indexed.getVector())
        ? Optional.of(new Coordinate(false, Coordinate.index(indexed)))
        : Coordinate.of(reference, List.of(choice.network()));
  }

  private static String noClass(Choice choice, EObject side) {
    List<String> names = Variables.names(Variables.outputs(choice.network()));
    return Text.quoted(side)
        + " is no output of network "
        + choice.network().getName()
        + "; the classes are "
        + (names.isEmpty() ? "y[0] to y[" + (choice.outputs() - 1) + "]" : Names.list(names));
  }

  /** {@code argmax(N) in {a, b}}. */
  Optional<Condition> membership(Membership membership) {
    Optional<Call> call = call(membership.getOperand());
    if (call.isEmpty()) {
      report(
          Text.quoted(membership.getOperand())
              + " is no class; before 'in {...}' stands argmax(N) or argmin(N)",
          membership,
          SurePackage.Literals.MEMBERSHIP__OPERAND);
      return Optional.empty();
    }
    Optional<Choice> choice = choice(call.get());
    if (choice.isEmpty()) {
      return Optional.empty();
    }
    List<Condition> cases = new ArrayList<>();
    boolean complete = true;
    for (VariableReference reference : membership.getClasses()) {
      Optional<Condition> one =
          is(choice.get(), reference, membership, SurePackage.Literals.MEMBERSHIP__CLASSES);
      complete &= one.isPresent();
      one.ifPresent(cases::add);
    }
    return complete ? Optional.of(Condition.any(cases)) : Optional.empty();
  }

  /** Which network is asked for its largest or least output. */
  private Optional<Choice> choice(Call call) {
    Optional<Function> function = reading.function(call);
    Optional<Operand> operand =
        function.flatMap(f -> Expressions.alone(call.getArguments().get(0)));
    if (operand.isEmpty() || !(operand.get() instanceof VariableValue value)) {
      if (function.isPresent()) {
        reportNoNetwork(call);
      }
      return Optional.empty();
    }
    if (!(value.getReference() instanceof NamedReference reference)) {
      reportNoNetwork(call);
      return Optional.empty();
    }
    if (!(Variables.resolved(reference.getVariable()).orElse(null)
        instanceof NetworkDeclaration network)) {
      return Optional.empty();
    }
    int outputs = reading.outputs(network);
    int place = reading.networks().indexOf(network);
    if (outputs == 1) {
      report(
          "network "
              + network.getName()
              + " has one output, which is always the largest; compare its value",
          call,
          SurePackage.Literals.CALL__FUNCTION);
    }
    return outputs <= 1 || place < 0
        ? Optional.empty()
        : Optional.of(new Choice(function.get() == Function.ARGMAX, network, place, outputs));
  }

  private void reportNoNetwork(Call call) {
    report(
        call.getFunction()
            + " takes a network, as in "
            + call.getFunction()
            + "("
            + reading.networks().stream().findFirst().map(n -> n.getName()).orElse("N")
            + ")",
        call,
        SurePackage.Literals.CALL__ARGUMENTS);
  }

  private void report(String message, EObject object, EStructuralFeature feature) {
    reading.report(IssueCodes.EVENT_CLASS, message, object, feature);
  }
}
