package surety.language.translation;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Cdf;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Query;
import surety.language.sure.SurePackage;
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

    /** The distribution of a form, perhaps given an event. */
    record OfCdf(Affine form, Optional<Condition> given) implements Content {}
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
    EStructuralFeature feature = SurePackage.Literals.CDF__FORM;
    Optional<Affine> form =
        Optional.ofNullable(cdf.getForm())
            .flatMap(sum -> new NumberReader(reading).affine(sum))
            .flatMap(sum -> variable(sum, "this cdf", cdf, feature, cdf.getForm(), reading))
            .filter(sum -> hasNoConstant(sum, cdf));
    Optional<Condition> given =
        Optional.ofNullable(cdf.getGiven()).flatMap(event -> new EventReader(reading).read(event));
    if (form.isEmpty() || given.isPresent() != (cdf.getGiven() != null)) {
      return Optional.empty();
    }
    return Optional.<Content>of(new Content.OfCdf(form.get(), given));
  }

  private boolean hasNoConstant(Affine form, Cdf cdf) {
    boolean isWithout = form.constant().isZero();
    if (!isWithout) {
      reading.report(
          IssueCodes.CDF_CONSTANT,
          Text.quoted(cdf.getForm())
              + " adds the number "
              + Text.shortened(form.constant().toString())
              + " to the outputs; leave it out, and read the cdf at thresholds moved by as much",
          cdf,
          SurePackage.Literals.CDF__FORM);
    }
    return isWithout;
  }

  /** A form, unless it is no variable or cannot be worked with exactly; reports that. */
  static Optional<Affine> variable(
      Affine form,
      String what,
      EObject part,
      EStructuralFeature feature,
      EObject written,
      Reading reading) {
    if (EcoreUtil2.getAllContentsOfType(written, VariableReference.class).isEmpty()) {
      reading.report(IssueCodes.EVENT_WITHOUT_OUTPUT, withoutOutput(what, reading), part, feature);
      return Optional.empty();
    }
    if (form.isConstant()) {
      reading.report(
          IssueCodes.EVENT_CONSTANT,
          "the outputs in " + Text.quoted(written) + " cancel out; check the signs",
          part,
          feature);
      return Optional.empty();
    }
    if (!form.isBounded()) {
      reading.report(IssueCodes.NUMBER, NumberReader.tooLong(written), part, feature);
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
