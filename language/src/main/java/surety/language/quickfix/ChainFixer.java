package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import surety.language.sure.NotExpression;
import surety.language.sure.Relation;
import surety.language.translation.Chains;

/** Writes a chain whose signs point both ways as the comparisons that it stands for. */
final class ChainFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<Relation> relation = place.part(Relation.class);
    return relation.flatMap(Chains::turned).stream()
        .map(text -> relation.get().eContainer() instanceof NotExpression ? "(" + text + ")" : text)
        .map(text -> Place.written(relation.get(), text))
        .toList();
  }
}
