package surety.language.ide.hover;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.density.StandardCoordinate;
import surety.language.display.ClaimLevel;
import surety.language.law.Draws;
import surety.language.model.Expressions;
import surety.language.model.Variables;
import surety.language.sure.Assignment;
import surety.language.sure.Call;
import surety.language.sure.Component;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.EventDeclaration;
import surety.language.sure.Gap;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Option;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.Timeout;
import surety.language.sure.Variable;
import surety.language.translation.CdfForms;
import surety.language.translation.Durations;
import surety.language.translation.Family;
import surety.language.translation.Function;
import surety.language.translation.Laws;
import surety.language.translation.MomentsForm;
import surety.language.translation.NetworkFile;
import surety.language.translation.NetworkFiles;
import surety.language.translation.SemanticsReader;
import surety.language.translation.Text;

/** Hovers, as Markdown. There is none for what is wrong: the message on it says more. */
final class HoverTexts {
  @Inject private NetworkFiles files;
  @Inject private OutputFigures figures;

  /**
   * A distribution: mean, standard deviation, support of a single one, and a picture; where it
   * depends on inputs above, what its family means.
   */
  Optional<String> of(DistributionTerm term) {
    return Laws.ofTerm(term)
        .map(d -> of(Text.of(term), d))
        .or(() -> Laws.draws(term).flatMap(draws -> of(term, draws)))
        .or(() -> Laws.withoutDensity(term).map(HoverTexts::of));
  }

  /** Of several parts, discrete, or of several inputs together. */
  private static Optional<String> of(DistributionTerm term, Draws draws) {
    String written = "`" + Text.of(term) + "`\n\n";
    if (draws.all().get(0).values().size() == 1) {
      return Parts.of(draws).map(parts -> written + of(parts, draws.isNormalised()));
    }
    List<String> names =
        EcoreUtil2.getContainerOfType(term, Assignment.class).getVariables().stream()
            .map(Text::of)
            .toList();
    return Cloud.of(draws).map(cloud -> written + of(cloud, names));
  }

  private static String of(Parts parts, boolean isNormalised) {
    Bins bins = parts.bins();
    return (isNormalised ? words(parts.figures()) + "\n\n" : "")
        + picture("density", DensityCurve.svg(bins, parts.atoms()));
  }

  private static String of(Cloud cloud, List<String> names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cloud.inputs(); i++) {
      text.append(text.length() == 0 ? "" : "; ").append(names.get(i)).append(": ");
      text.append(words(new Figures(cloud.mean(i), Math.sqrt(cloud.covariance(i, i)))));
    }
    if (cloud.inputs() == 2) {
      text.append("; correlation ").append(Digits.of(cloud.correlation(0, 1)));
    }
    return text + "\n\n" + picture("scatter", ScatterPlot.svg(cloud, names.get(0), names.get(1)));
  }

  private static String picture(String title, String svg) {
    return "![" + title + "](" + DensityCurve.dataUri(svg) + ")\n";
  }

  private static String of(Family family) {
    return "`" + family.allUsages() + "`\n\n" + family.meaning() + "\n";
  }

  private static String of(String written, Distribution distribution) {
    Figures figures = Figures.of(distribution);
    return "`"
        + written
        + "`\n\n"
        + words(figures)
        + ", support "
        + support(distribution)
        + "\n\n"
        + picture("density", DensityCurve.svg(Bins.around(distribution)));
  }

  private static String words(Figures figures) {
    return Double.isNaN(figures.mean())
        ? "no mean, no standard deviation"
        : "mean " + number(figures.mean()) + ", standard deviation " + number(figures.deviation());
  }

  private static String number(double value) {
    return Double.isInfinite(value) ? (value > 0 ? "∞" : "-∞") : Digits.of(value);
  }

  private static String support(Distribution distribution) {
    StandardCoordinate exact = Marginal.of(distribution).exact();
    String lower = exact.lower().map(exact::input).map(z -> "[" + z).orElse("(-∞");
    String upper = exact.upper().map(exact::input).map(z -> z + "]").orElse("∞)");
    return lower + ", " + upper;
  }

  /** A line on semantics: what is claimed, and what it takes for granted. */
  Optional<String> of(SemanticsDeclaration line) {
    return SemanticsReader.of(line)
        .map(
            semantics ->
                "semantics **"
                    + line.getLevel()
                    + "** (claim level "
                    + ClaimLevel.letter(semantics)
                    + ")\n\n"
                    + ClaimLevel.meaning(semantics)
                    + "\n");
  }

  /** A network: what its file holds. */
  Optional<String> of(NetworkDeclaration network) {
    return files.file(network).map(file -> of(network, file));
  }

  private static String of(NetworkDeclaration network, NetworkFile file) {
    return "network **"
        + network.getName()
        + "** in `"
        + network.getFile()
        + "`\n\n"
        + file.description();
  }

  /** A distribution of all inputs: its lines. */
  Optional<String> of(DistributionDeclaration distribution) {
    StringBuilder text = new StringBuilder("distribution **").append(distribution.getName());
    text.append("**\n\n```sure\n");
    for (Assignment assignment : distribution.getAssignments()) {
      text.append(Text.of(assignment)).append('\n');
    }
    for (Component component : distribution.getComponents()) {
      text.append(Text.of(component)).append('\n');
    }
    return Optional.of(text.append("```\n").toString());
  }

  /** A named event: what it is. */
  Optional<String> of(EventDeclaration event) {
    return Optional.of(
        "event **"
            + event.getName()
            + "**\n\n```sure\n"
            + Text.of(event.getExpression())
            + "\n```\n");
  }

  /** A function: what it stands for. */
  Optional<String> of(Call call) {
    return Function.ofWord(call.getFunction())
        .map(function -> "`" + function.usage() + "`\n\n" + function.meaning() + "\n");
  }

  /** A cdf: what it stands for, and how it may be written. */
  String ofCdf() {
    StringBuilder text = new StringBuilder("```sure\n");
    CdfForms.all().forEach(form -> text.append(form.usage()).append('\n'));
    return text + "```\n\n" + CdfForms.MEANING + "\n";
  }

  /** Moments: what they are, and how they are asked for. */
  String ofMoments() {
    return "`" + MomentsForm.USAGE + "`\n\n" + MomentsForm.MEANING + "\n";
  }

  /** An option: what it means. */
  Optional<String> of(Option option) {
    if (option instanceof Gap) {
      return Optional.of(
          "`within GAP`\n\nHow far apart the bounds may be at the end, such as 1e-6.\n");
    }
    return Optional.of(
        option instanceof Timeout
            ? "`timeout TIME`\n\nHow long to try, all in all, such as 60 s; units are "
                + String.join(", ", Durations.UNITS)
                + ".\n"
            : "`threads COUNT`\n\nHow many threads search; without it one for each core, and in an"
                + " editor one less.\n");
  }

  /**
   * An input or output: which it is, and how it is distributed; of an output mean and deviation.
   *
   * @param around the distribution that is meant where the pointer is, if there is one
   */
  Optional<String> of(Variable variable, Optional<DistributionDeclaration> around) {
    if (!(variable.eContainer().eContainer() instanceof NetworkDeclaration network)) {
      return Optional.empty();
    }
    boolean isInput = Variables.isInput(variable);
    List<Variable> all = isInput ? Variables.inputs(network) : Variables.outputs(network);
    String text =
        (isInput ? "input **" : "output **")
            + variable.getName()
            + "** of network "
            + network.getName()
            + ", the same as "
            + (isInput ? "x[" : "y[")
            + all.indexOf(variable)
            + "]\n";
    int index = all.indexOf(variable);
    Optional<String> more =
        around.flatMap(d -> isInput ? term(variable, d) : figures.of(index, network, d));
    return Optional.of(text + more.map(t -> "\n" + t).orElse(""));
  }

  private Optional<String> term(Variable variable, DistributionDeclaration distribution) {
    return distribution.getAssignments().stream()
        .filter(
            assignment ->
                assignment.getVariables().size() == 1
                    && assignment.getVariables().get(0) instanceof NamedReference named
                    && named.getVariable() == variable)
        .findFirst()
        .map(Assignment::getDistribution)
        .flatMap(Expressions::distribution)
        .flatMap(this::of);
  }
}
