package surety.language.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.INode;
import surety.certificates.arithmetic.Rational;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Item;
import surety.language.sure.ListValue;
import surety.language.sure.NumberItem;
import surety.language.sure.RowItem;
import surety.language.sure.SurePackage;
import surety.language.translation.Numbers;
import surety.language.translation.PolynomialMoments;

/** Divides the coefficients of a density by its integral, exactly, so that it integrates to 1. */
final class PolynomialFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<DistributionTerm> term =
        place.part(DistributionTerm.class).filter(t -> t.getArguments().size() == 2);
    if (term.isEmpty()
        || !(term.get().getArguments().get(0).getValue() instanceof ListValue edges)
        || !(term.get().getArguments().get(1).getValue() instanceof ListValue pieces)) {
      return List.of();
    }
    List<Rational> ends = new ArrayList<>();
    for (Item item : edges.getItems()) {
      Numbers.parse(((NumberItem) item).getNumber()).ifPresent(ends::add);
    }
    List<List<INode>> nodes = new ArrayList<>();
    for (Item item : pieces.getItems()) {
      nodes.add(Place.nodes((RowItem) item, SurePackage.Literals.ROW_ITEM__NUMBERS));
    }
    List<List<Rational>> rows =
        nodes.stream().map(row -> row.stream().map(PolynomialFixer::number).toList()).toList();
    return PolynomialMoments.of(0, ends, rows)
        .filter(integral -> integral.signum() > 0)
        .map(integral -> divided(nodes, integral))
        .orElse(List.of());
  }

  private static List<QuickFix> divided(List<List<INode>> rows, Rational integral) {
    List<Edit> edits = new ArrayList<>();
    for (List<INode> row : rows) {
      for (INode node : row) {
        Rational quotient = number(node).dividedBy(integral);
        if (!Numbers.isBounded(quotient)) {
          return List.of();
        }
        if (!quotient.isZero()) {
          edits.add(Place.replace(node, quotient.toString()));
        }
      }
    }
    return List.of(new QuickFix("Divide the coefficients by the integral", edits));
  }

  private static Rational number(INode node) {
    return Numbers.parse(Values.text(node)).orElse(Rational.ZERO);
  }
}
