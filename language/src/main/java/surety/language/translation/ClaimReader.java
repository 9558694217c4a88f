package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.statement.MomentsClaim;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Cdf;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.JointMoments;
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

    /** All moments of forms; of all outputs, if there are none. */
    record OfMoments(List<Affine> forms) implements Content {
      /** Keeps its own list. */
      public OfMoments {
        forms = List.copyOf(forms);
      }
    }
  }

  /** What is asked of several forms together, to which nothing may be added. */
  private enum Whole {
    CDF("this cdf", IssueCodes.CDF_CONSTANT, ", and read the cdf at thresholds moved by as much"),
    MOMENTS(
        "moments(...)",
        IssueCodes.MOMENTS_CONSTANT,
        ": it moves the mean by as much, and changes nothing else");

    private final String words;
    private final String constant;
    private final String instead;

    Whole(String words, String constant, String instead) {
      this.words = words;
      this.constant = constant;
      this.instead = instead;
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
    if (claim instanceof Query query && query.getMoments() != null) {
      return moments(query.getMoments());
    }
    return Optional.ofNullable(claim.getQuantity())
        .flatMap(sum -> new FigureReader(reading).read(sum))
        .map(Content.OfFigure::new);
  }

  private Optional<Content> moments(JointMoments moments) {
    int named = moments.getForms().size();
    int count = named > 0 ? named : reading.networks().stream().mapToInt(reading::outputs).sum();
    if (count > MomentsClaim.MOST_FORMS) {
      reading.report(
          IssueCodes.MOMENTS_COUNT,
          "moments are those of at most %d sums together, not of %d; name those that matter, in several queries if need be"
              .formatted(MomentsClaim.MOST_FORMS, count),
          moments);
      return Optional.empty();
    }
    return forms(moments.getForms(), Whole.MOMENTS).map(Content.OfMoments::new);
  }

  private Optional<Content> cdf(Cdf cdf) {
    Optional<List<Affine>> forms =
        forms(cdf.getForms(), Whole.CDF).filter(found -> !found.isEmpty());
    Optional<Condition> given =
        Optional.ofNullable(cdf.getGiven()).flatMap(event -> new EventReader(reading).read(event));
    return given.isPresent() == (cdf.getGiven() != null)
        ? forms.map(found -> new Content.OfCdf(found, given))
        : Optional.empty();
  }

  /** All of them, or nothing. */
  private Optional<List<Affine>> forms(List<Sum> all, Whole whole) {
    List<Affine> forms = new ArrayList<>();
    for (Sum written : all) {
      String what = all.size() == 1 ? whole.words : Text.quoted(written);
      form(written, what, whole).ifPresent(forms::add);
    }
    return forms.size() == all.size() ? Optional.of(forms) : Optional.empty();
  }

  private Optional<Affine> form(Sum written, String what, Whole whole) {
    return new NumberReader(reading)
        .affine(written)
        .flatMap(sum -> variable(sum, what, written, reading))
        .filter(sum -> hasNoConstant(sum, written, whole));
  }

  private boolean hasNoConstant(Affine form, Sum written, Whole whole) {
    boolean isWithout = form.constant().isZero();
    if (!isWithout) {
      reading.report(
          whole.constant,
          Text.quoted(written)
              + " adds the number "
              + Text.shortened(form.constant().toString())
              + " to the outputs; leave it out"
              + whole.instead,
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
