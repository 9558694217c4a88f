package surety.language.quickfix;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.law.Bandwidths;
import surety.language.model.Expressions;
import surety.language.problems.IssueCodes;
import surety.language.sure.Argument;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionTerm;
import surety.language.sure.SumValue;
import surety.language.sure.SurePackage;
import surety.language.translation.Family;
import surety.language.translation.Numbers;
import surety.language.translation.Text;

/**
 * Parameters in the way of this language: in ascending order for Triangular, without names, and a
 * value instead of a Normal without deviation.
 */
final class ParameterFixer implements Fixer {
  /** What people call parameters besides their names here, without blanks and lines. */
  private static final Map<String, Set<String>> NAMES =
      Map.ofEntries(
          entry("mean", Set.of("mu", "loc")),
          entry("standard deviation", Set.of("sigma", "sd", "std", "stddev", "scale")),
          entry("rate", Set.of("lambda")),
          entry("shape", Set.of("k", "alpha")),
          entry("scale", Set.of("theta")),
          entry("lower end", Set.of("lower", "low", "min", "a")),
          entry("upper end", Set.of("upper", "high", "max", "b")),
          entry("alpha", Set.of("a")),
          entry("beta", Set.of("b")),
          entry("mode", Set.of("c")),
          entry("mu", Set.of("meanlog")),
          entry("sigma", Set.of("sdlog")),
          entry("degrees of freedom", Set.of("nu", "df")),
          entry("location", Set.of("loc", "mu", "median")),
          entry("minimum", Set.of("min", "xm")));

  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<DistributionTerm> term = place.part(DistributionTerm.class);
    Optional<Family> family = term.flatMap(t -> Family.ofWord(t.getFamily()));
    if (family.isEmpty()) {
      return List.of();
    }
    if (place.code().equals(IssueCodes.PARAMETER_KIND)) {
      Optional<QuickFix> named = place.part(Argument.class).flatMap(a -> ofRule(place, a));
      return named.isPresent()
          ? List.of(named.get())
          : place.message().endsWith("for the variance")
              ? withVariance(term.get())
              : withoutNames(term.get(), family.get());
    }
    return switch (family.get()) {
      case TRIANGULAR -> new OrderFixer().fixes(place);
      case NORMAL -> withoutDeviation(term.get());
      default -> List.of();
    };
  }

  /** A bandwidth that is a misspelt rule. */
  private static Optional<QuickFix> ofRule(Place place, Argument argument) {
    return Bandwidths.PARAMETER.equals(argument.getName())
        ? Bandwidths.nearest(place.marked())
            .map(rule -> new QuickFix("Write '" + rule + "'", place.replaceMarked(rule)))
        : Optional.empty();
  }

  private static List<QuickFix> withVariance(DistributionTerm term) {
    INode name =
        Place.nodes(term.getArguments().get(1), SurePackage.Literals.ARGUMENT__NAME).get(0);
    return List.of(new QuickFix("Write 'variance'", Place.replace(name, "variance")));
  }

  /** Only where each name stands at the place of its parameter: otherwise the order is in doubt. */
  private static List<QuickFix> withoutNames(DistributionTerm term, Family family) {
    List<Argument> arguments = term.getArguments();
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      if (arguments.size() != family.parameters().size()
          || !(argument.getValue() instanceof SumValue number)
          || number.getPair() != null) {
        return List.of();
      }
      if (argument.getName() != null) {
        INode name = Place.nodes(argument, SurePackage.Literals.ARGUMENT__NAME).get(0);
        if (!isName(argument.getName(), family.parameters().get(i))
            || !Values.hasNoComment(NodeModelUtils.getNode(argument))) {
          return List.of();
        }
        edits.add(Edit.deletion(name.getOffset(), NodeModelUtils.getNode(number).getOffset()));
      }
    }
    return edits.isEmpty()
        ? List.of()
        : List.of(new QuickFix("Leave out the names of the parameters", edits));
  }

  private static boolean isName(String name, String parameter) {
    String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
    return plain.equals(parameter.replace(" ", ""))
        || NAMES.getOrDefault(parameter, Set.of()).contains(plain);
  }

  private static List<QuickFix> withoutDeviation(DistributionTerm term) {
    INode node = NodeModelUtils.getNode(term);
    INode mean = NodeModelUtils.getNode(term.getArguments().get(0));
    INode deviation = NodeModelUtils.getNode(term.getArguments().get(1));
    if (Numbers.parse(Values.text(deviation)).filter(value -> value.isZero()).isEmpty()
        || term.getInterval() != null
        || Expressions.line(term).isEmpty()
        || !Values.hasNoComment(node)) {
      return List.of();
    }
    Assignment assignment = Expressions.line(term).orElseThrow();
    return Words.of(NodeModelUtils.getNode(assignment)).all().stream()
        .filter(word -> word.is("~"))
        .map(
            word ->
                new QuickFix(
                    "Fix " + Text.of(assignment.getVariables().get(0)) + " at " + Values.text(mean),
                    word.replace("="),
                    Place.replace(node, Values.text(mean))))
        .toList();
  }
}
