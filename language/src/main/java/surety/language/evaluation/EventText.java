package surety.language.evaluation;

import java.util.List;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;
import surety.language.Obligation;
import surety.language.display.Decimals;

/** An event with the names of variables, such as {@code 2 * setosa - virginica > 0.5}. */
public final class EventText {
  private final List<String> outputs;
  private final List<String> inputs;

  private EventText(List<String> outputs, List<String> inputs) {
    this.outputs = outputs;
    this.inputs = inputs;
  }

  /** The event of a property or query, as it is written there if that is known. */
  public static String of(Obligation asked, Event event) {
    return asked.event().orElseGet(() -> of(event, asked.outputs(), asked.inputs()));
  }

  /** The event in words of the specification, though not as it was written there. */
  public static String of(Event event, List<String> outputs, List<String> inputs) {
    return new EventText(outputs, inputs).event(event);
  }

  /** A form in words. */
  public static String of(AffineForm form, List<String> outputs, List<String> inputs) {
    return new EventText(outputs, inputs).form(form);
  }

  private String event(Event event) {
    if (event instanceof Atom atom) {
      return form(atom.form())
          + " "
          + atom.comparison().symbol()
          + " "
          + Decimals.exact(atom.threshold());
    }
    if (event instanceof Negation negation) {
      return "not " + part(negation.part());
    }
    boolean all = event instanceof Conjunction;
    List<Event> parts = all ? ((Conjunction) event).parts() : ((Disjunction) event).parts();
    return parts.stream().map(this::part).collect(Collectors.joining(all ? " and " : " or "));
  }

  private String part(Event event) {
    return event instanceof Atom ? event(event) : "(" + event(event) + ")";
  }

  private String form(AffineForm form) {
    StringBuilder text = new StringBuilder();
    add(form.outputs(), outputs, text);
    add(form.inputs(), inputs, text);
    return text.toString();
  }

  private static void add(List<Rational> coefficients, List<String> names, StringBuilder text) {
    for (int j = 0; j < coefficients.size(); j++) {
      Rational coefficient = coefficients.get(j);
      if (coefficient.isZero()) {
        continue;
      }
      boolean negative = coefficient.signum() < 0;
      if (text.length() > 0) {
        text.append(negative ? " - " : " + ");
      } else if (negative) {
        text.append('-');
      }
      if (!coefficient.abs().equals(Rational.ONE)) {
        text.append(Decimals.exact(coefficient.abs())).append(" * ");
      }
      text.append(names.get(j));
    }
  }
}
