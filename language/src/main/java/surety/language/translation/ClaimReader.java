package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Cdf;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Query;
import surety.language.sure.Sum;
import surety.language.sure.VariableReference;

/**
 * Brings what is claimed or asked into the shape of a statement: {@code a < b} becomes {@code a - b
 * < 0}, multiplied out. All of it is exact.
 */
public final class ClaimReader {
  private final Reading reading;

  private ClaimReader(
      List<NetworkDeclaration> networks, ToIntFunction<NetworkDeclaration> outputs) {
    this.reading = new Reading(networks, outputs);
  }

  /** What a property or query is about, if there is nothing wrong with it. */
  sealed interface Content {
    /** A quantity. */
    record OfFigure(Figure figure) implements Content {}

    /** The joint distribution of forms, perhaps given an event. */
    record OfCdf(List<Affine> forms, Optional<Condition> given) implements Content {
      /** Keeps its own list. */
      public OfCdf {
        forms = List.copyOf(forms);
      }
    }
  }

  /**
   * What is wrong with a property or query.
   *
   * @param outputs tells how many outputs a network has that does not name them; 0 if nobody knows
   */
  public static List<Problem> problems(
      ClaimDeclaration claim, ToIntFunction<NetworkDeclaration> outputs) {
    ClaimReader reader = new ClaimReader(Variables.networksAround(claim), outputs);
    if (!reader.reading.networks().isEmpty()) {
      reader.content(claim);
    }
    return reader.reading.problems();
  }

  /** What is wrong with a named event. */
  public static List<Problem> problems(
      EventDeclaration event, ToIntFunction<NetworkDeclaration> outputs) {
    ClaimReader reader = new ClaimReader(Variables.networksAround(event), outputs);
    if (event.getExpression() != null) {
      new EventReader(reader.reading).read(event.getExpression());
    }
    return reader.reading.problems();
  }

  /** What a property or query is about, if there is nothing wrong with it. */
  static Optional<Content> read(ClaimDeclaration claim, ToIntFunction<NetworkDeclaration> outputs) {
    ClaimReader reader = new ClaimReader(Variables.networksAround(claim), outputs);
    Optional<Content> content = reader.content(claim);
    return reader.reading.problems().isEmpty() ? content : Optional.empty();
  }

  private Optional<Content> content(ClaimDeclaration claim) {
    if (claim instanceof Query query && query.getCdf() != null) {
      return cdf(query.getCdf());
    }
    return Optional.ofNullable(claim.getQuantity())
        .flatMap(sum -> new FigureReader(reading).read(sum))
        .map(Content.OfFigure::new);
  }

  private Optional<Content> cdf(Cdf cdf) {
    boolean isOne = cdf.getForms().size() == 1;
    List<Affine> forms = new ArrayList<>();
    for (Sum written : cdf.getForms()) {
      form(written, isOne ? "this cdf" : Text.quoted(written)).ifPresent(forms::add);
    }
    Optional<Condition> given =
        Optional.ofNullable(cdf.getGiven()).flatMap(event -> new EventReader(reading).read(event));
    boolean isComplete =
        !forms.isEmpty()
            && forms.size() == cdf.getForms().size()
            && given.isPresent() == (cdf.getGiven() != null);
    return isComplete ? Optional.of(new Content.OfCdf(forms, given)) : Optional.empty();
  }

  private Optional<Affine> form(Sum written, String what) {
    return new NumberReader(reading)
        .affine(written)
        .flatMap(sum -> variable(sum, what, written, reading))
        .filter(sum -> hasNoConstant(sum, written));
  }

  private boolean hasNoConstant(Affine form, Sum written) {
    boolean isWithout = form.constant().isZero();
    if (!isWithout) {
      reading.report(
          IssueCodes.CDF_CONSTANT,
          Text.quoted(written)
              + " adds the number "
              + Text.shortened(form.constant().toString())
              + " to the outputs; leave it out, and read the cdf at thresholds moved by as much",
          written);
    }
    return isWithout;
  }

  /** A form, unless it is no variable or cannot be worked with exactly; reports that. */
  static Optional<Affine> variable(Affine form, String what, EObject written, Reading reading) {
    if (EcoreUtil2.getAllContentsOfType(written, VariableReference.class).isEmpty()) {
      reading.report(IssueCodes.EVENT_WITHOUT_OUTPUT, withoutOutput(what, reading), written);
      return Optional.empty();
    }
    if (form.isConstant()) {
      reading.report(
          IssueCodes.EVENT_CONSTANT,
          "the outputs in " + Text.quoted(written) + " cancel out; check the signs",
          written);
      return Optional.empty();
    }
    if (!form.isBounded()) {
      reading.report(IssueCodes.NUMBER, NumberReader.tooLong(written), written);
      return Optional.empty();
    }
    return Optional.of(form);
  }

  static String withoutOutput(String what, Reading reading) {
    Optional<NetworkDeclaration> network = reading.networks().stream().findFirst();
    return what
        + " is about no output"
        + network.map(n -> " of network " + n.getName()).orElse("")
        + "; name one, such as "
        + network
            .flatMap(n -> Variables.names(Variables.outputs(n)).stream().findFirst())
            .orElse("y[0]");
  }
}
