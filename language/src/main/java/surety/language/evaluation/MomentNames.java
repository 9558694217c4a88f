package surety.language.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Claim;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Quantity;
import surety.language.Obligation;

/** What the numbers of a query for moments are called: {@code E(a)}, {@code Cov(a, b)}. */
public final class MomentNames {
  private final Obligation asked;

  private MomentNames(Obligation asked) {
    this.asked = asked;
  }

  /** Of each of them, in the order of their bounds; none of what is no query for moments. */
  public static List<String> of(Obligation asked) {
    Claim claim = asked.statement().claim();
    if (claim instanceof LoopClaim loop && loop.count() > 1) {
      return IntStream.rangeClosed(1, loop.count()).mapToObj(k -> "moment " + k).toList();
    }
    MomentNames names = new MomentNames(asked);
    return claim instanceof MomentsClaim moments
        ? moments.quantities().stream().map(names::name).toList()
        : List.of();
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
