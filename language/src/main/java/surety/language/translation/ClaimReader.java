package surety.language.translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Cdf;
import surety.language.sure.EventExpression;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableValue;

/**
 * Brings events and forms into the shape of a statement: {@code a < b} becomes {@code a - b < 0},
 * multiplied out, with the outputs on the left and the number on the right. All of it is exact.
 */
public final class ClaimReader {
  private final NetworkDeclaration network;
  private final List<Problem> problems = new ArrayList<>();

  private ClaimReader(NetworkDeclaration network) {
    this.network = network;
  }

  /** What is wrong with an event over this network. */
  public static List<Problem> problems(EventExpression event, NetworkDeclaration network) {
    ClaimReader reader = new ClaimReader(network);
    reader.difference(event);
    return reader.problems;
  }

  /** What is wrong with the form of a cdf over this network. */
  public static List<Problem> problems(Cdf cdf, NetworkDeclaration network) {
    ClaimReader reader = new ClaimReader(network);
    reader.form(cdf);
    return reader.problems;
  }

  /** The event of a statement, if there is nothing wrong with it. */
  static Optional<Event> event(EventExpression event, NetworkDeclaration network, int outputs) {
    ClaimReader reader = new ClaimReader(network);
    Optional<Affine> difference = reader.difference(event);
    Optional<Comparison> comparison = comparison(event.getComparison());
    if (!reader.problems.isEmpty() || difference.isEmpty() || comparison.isEmpty()) {
      return Optional.empty();
    }
    return form(difference.get(), outputs)
        .map(form -> new Atom(form, comparison.get(), difference.get().constant().negate()));
  }

  /** The form of a cdf, if there is nothing wrong with it. */
  static Optional<AffineForm> form(Cdf cdf, NetworkDeclaration network, int outputs) {
    ClaimReader reader = new ClaimReader(network);
    Optional<Affine> form = reader.form(cdf);
    return reader.problems.isEmpty() ? form.flatMap(f -> form(f, outputs)) : Optional.empty();
  }

  static Optional<Comparison> comparison(String symbol) {
    return symbol == null ? Optional.empty() : Comparison.ofSymbol(symbol);
  }

  /** Nothing, if an output is out of range. */
  private static Optional<AffineForm> form(Affine affine, int outputs) {
    List<Rational> coefficients = new ArrayList<>(Collections.nCopies(outputs, Rational.of(0)));
    for (Coordinate coordinate : affine.coefficients().keySet()) {
      if (coordinate.isInput() || coordinate.index() >= outputs) {
        return Optional.empty();
      }
      coefficients.set(coordinate.index(), affine.coefficients().get(coordinate));
    }
    return Optional.of(new AffineForm(coefficients));
  }

  private Optional<Affine> difference(EventExpression event) {
    AffineReader reader = new AffineReader(network, problems);
    Optional<Affine> left = reader.read(event.getLeft());
    Optional<Affine> right = reader.read(event.getRight());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Affine difference = left.get().minus(right.get());
    if (!hasOutputsOnly(event, SurePackage.Literals.EVENT_EXPRESSION__LEFT, "this event")) {
      return Optional.empty();
    }
    if (difference.isConstant()) {
      String always =
          comparison(event.getComparison())
              .filter(c -> c.holds(difference.constant().signum()))
              .map(c -> "always")
              .orElse("never");
      report(
          IssueCodes.EVENT_CONSTANT,
          "the outputs in "
              + Text.quoted(event)
              + " cancel out, so that it "
              + always
              + " happens; check the signs",
          event,
          SurePackage.Literals.EVENT_EXPRESSION__LEFT);
      return Optional.empty();
    }
    return shortEnough(difference, event, SurePackage.Literals.EVENT_EXPRESSION__LEFT);
  }

  private Optional<Affine> form(Cdf cdf) {
    EReference feature = SurePackage.Literals.CDF__FORM;
    Optional<Affine> form = new AffineReader(network, problems).read(cdf.getForm());
    if (form.isEmpty() || !hasOutputsOnly(cdf, feature, "this cdf")) {
      return Optional.empty();
    }
    if (form.get().isConstant()) {
      report(
          IssueCodes.EVENT_CONSTANT,
          "the outputs in " + Text.quoted(cdf.getForm()) + " cancel out; check the signs",
          cdf,
          feature);
      return Optional.empty();
    }
    if (!form.get().constant().isZero()) {
      report(
          IssueCodes.CDF_CONSTANT,
          Text.quoted(cdf.getForm())
              + " adds the number "
              + Text.shortened(form.get().constant().toString())
              + " to the outputs; leave it out, and read the cdf at thresholds moved by as much",
          cdf,
          feature);
      return Optional.empty();
    }
    return shortEnough(form.get(), cdf, feature);
  }

  /** The sum, unless it cannot be worked with exactly; reports that. */
  private Optional<Affine> shortEnough(Affine sum, EObject part, EReference feature) {
    if (sum.isBounded()) {
      return Optional.of(sum);
    }
    report(
        IssueCodes.NUMBER,
        "the numbers in "
            + Text.quoted(part)
            + " combine to one that is too long; use fewer digits",
        part,
        feature);
    return Optional.empty();
  }

  /** Whether there is an output, and no input; reports what is wrong. */
  private boolean hasOutputsOnly(EObject part, EReference feature, String what) {
    List<VariableValue> variables = EcoreUtil2.getAllContentsOfType(part, VariableValue.class);
    boolean sound = true;
    for (VariableValue variable : variables) {
      if (Coordinate.of(variable.getReference(), network).filter(Coordinate::isInput).isPresent()) {
        sound = false;
        report(
            IssueCodes.EVENT_INPUT,
            Text.quoted(variable)
                + " is an input of network "
                + network.getName()
                + "; inputs inside events are not supported yet, compare outputs only",
            variable,
            SurePackage.Literals.VARIABLE_VALUE__REFERENCE);
      }
    }
    if (variables.isEmpty()) {
      sound = false;
      report(
          IssueCodes.EVENT_WITHOUT_OUTPUT,
          what
              + " is about no output of network "
              + network.getName()
              + "; name one, such as "
              + Variables.names(Variables.outputs(network)).stream().findFirst().orElse("y[0]"),
          part,
          feature);
    }
    return sound;
  }

  private void report(String code, String message, EObject object, EReference feature) {
    problems.add(new Problem(code, message, object, feature));
  }
}
