package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import surety.language.sure.Relation;
import surety.language.translation.Equalities;

/** Writes a comparison with a single value as an interval of nothing but this value. */
final class EqualityFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<Relation> relation = place.part(Relation.class);
    return relation.flatMap(Equalities::interval).stream()
        .map(text -> Place.written(relation.get(), text))
        .toList();
  }
}
