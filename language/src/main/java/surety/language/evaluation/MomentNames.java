package surety.language.evaluation;

import java.util.List;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Quantity;
import surety.language.Obligation;

/** What the numbers of a query for moments are called: {@code E(a)}, {@code Cov(a, b)}. */
public final class MomentNames {
  private final Obligation asked;

  private MomentNames(Obligation asked) {
    this.asked = asked;
  }

  /** Of each of them, in the order of their bounds. */
  public static List<String> of(MomentsClaim moments, Obligation asked) {
    MomentNames names = new MomentNames(asked);
    return moments.quantities().stream().map(names::name).toList();
  }

  /** What one of the forms is called, for instance {@code a - 2 b}. */
  public static String form(AffineForm form, Obligation asked) {
    return EventText.of(form, asked.outputs(), asked.inputs());
  }

  private String name(Quantity quantity) {
    if (quantity instanceof Quantity.Association covariance) {
      return "Cov(%s, %s)"
          .formatted(form(covariance.first(), asked), form(covariance.second(), asked));
    }
    String word = quantity instanceof Quantity.Mean ? "E" : "Var";
    return word + "(" + form(quantity.forms().get(0), asked) + ")";
  }
}
