package surety.language.quickfix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.certificates.arithmetic.Rational;
import surety.language.sure.Argument;
import surety.language.sure.Assignment;
import surety.language.sure.Component;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.SumValue;
import surety.language.sure.SurePackage;
import surety.language.translation.Family;
import surety.language.translation.Numbers;

/**
 * Makes probabilities sum to 1: what the others leave for the last one, or each divided by the sum,
 * exactly. A sum of distributions that looks like a mixture is written as one.
 */
final class WeightFixer implements Fixer {
  /** The most bits of a denominator whose decimals are written. */
  private static final int SHORT = 32;

  private static final String MIXTURE = "for one or the other of them write ";

  @Override
  public List<QuickFix> fixes(Place place) {
    int mixture = place.message().indexOf(MIXTURE);
    if (mixture >= 0) {
      return mixture(place, place.message().substring(mixture + MIXTURE.length()));
    }
    List<INode> nodes =
        place
            .part(DistributionTerm.class)
            .map(WeightFixer::weights)
            .or(() -> place.part(DistributionDeclaration.class).map(WeightFixer::weights))
            .orElse(List.of());
    List<Rational> weights = new ArrayList<>();
    nodes.forEach(node -> Numbers.parse(Values.text(node)).ifPresent(weights::add));
    boolean areKnown =
        weights.size() == nodes.size()
            && !weights.isEmpty()
            && weights.stream().noneMatch(weight -> weight.signum() < 0);
    return areKnown ? fixes(nodes, weights) : List.of();
  }

  private static List<QuickFix> fixes(List<INode> nodes, List<Rational> weights) {
    Rational sum = weights.stream().reduce(Rational.ZERO, Rational::plus);
    int last = weights.size() - 1;
    Rational left = Rational.ONE.minus(sum).plus(weights.get(last));
    List<QuickFix> fixes = new ArrayList<>();
    if (left.signum() > 0 && Numbers.isBounded(left)) {
      String text = text(left);
      fixes.add(
          new QuickFix(
              "Write " + text + " for the last probability", Place.replace(nodes.get(last), text)));
    }
    if (sum.signum() > 0 && Numbers.isBounded(sum)) {
      List<Edit> edits = new ArrayList<>();
      for (int i = 0; i <= last; i++) {
        Rational share = weights.get(i).dividedBy(sum);
        edits.add(Place.replace(nodes.get(i), text(share)));
      }
      fixes.add(new QuickFix("Divide the probabilities by their sum", edits));
    }
    return fixes;
  }

  /** A decimal number where it is a short one. */
  private static String text(Rational number) {
    if (number.denominator().bitLength() > SHORT) {
      return number.toString();
    }
    try {
      return new BigDecimal(number.numerator())
          .divide(new BigDecimal(number.denominator()))
          .toPlainString();
    } catch (ArithmeticException e) {
      return number.toString(); // its decimals do not end
    }
  }

  /** The probability stands first in a mixture, and behind what it belongs to elsewhere. */
  private static List<INode> weights(DistributionTerm term) {
    boolean isFirst = Family.MIXTURE.word().equals(term.getFamily());
    List<INode> nodes = new ArrayList<>();
    for (Argument argument : term.getArguments()) {
      EObject weight =
          argument.getValue() instanceof SumValue value
              ? isFirst ? value.getSum() : value.getPair()
              : null;
      if (weight == null) {
        return List.of();
      }
      nodes.add(NodeModelUtils.getNode(weight));
    }
    return nodes;
  }

  private static List<INode> weights(DistributionDeclaration mixture) {
    List<INode> nodes = new ArrayList<>();
    for (Component component : mixture.getComponents()) {
      nodes.addAll(Place.nodes(component, SurePackage.Literals.COMPONENT__WEIGHT));
    }
    return nodes;
  }

  private static List<QuickFix> mixture(Place place, String text) {
    Optional<INode> sum =
        place.part(Assignment.class).map(Assignment::getDistribution).map(NodeModelUtils::getNode);
    return sum.filter(Values::hasNoComment)
        .filter(node -> node.getOffset() == place.offset() && !text.contains("..."))
        .map(node -> List.of(new QuickFix("Write a Mixture", Place.replace(node, text))))
        .orElse(List.of());
  }
}
