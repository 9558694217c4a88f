package surety.language.quickfix;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Variable;

/**
 * Gives the later of two things with the same name another one, which nothing else has, not even in
 * another case.
 */
final class FreshNameFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Set<String> taken = names(place);
    String base = place.marked().replaceAll("(?<=.)[0-9]+$", "");
    int number = 2;
    while (taken.contains((base + number).toLowerCase(Locale.ROOT))) {
      number++;
    }
    String name = base + number;
    return List.of(new QuickFix("Rename it to '" + name + "'", place.replaceMarked(name)));
  }

  private static Set<String> names(Place place) {
    return Stream.of(
            place.all(NetworkDeclaration.class).stream().map(NetworkDeclaration::getName),
            place.all(DistributionDeclaration.class).stream().map(DistributionDeclaration::getName),
            place.all(EventDeclaration.class).stream().map(EventDeclaration::getName),
            place.all(ConstantDeclaration.class).stream().map(ConstantDeclaration::getName),
            place.all(ClaimDeclaration.class).stream().map(ClaimDeclaration::getName),
            place.all(Variable.class).stream().map(Variable::getName))
        .flatMap(all -> all)
        .filter(Objects::nonNull)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
