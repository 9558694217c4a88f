package surety.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import surety.language.Declaration;
import surety.language.DeclarationKind;
import surety.language.Diagnostic;
import surety.language.Kind;
import surety.language.Region;
import surety.language.Severity;
import surety.language.Specification;
import surety.language.problems.IssueCodes;
import surety.report.Unchecked;

/**
 * The properties and queries of networks that cannot be read. They fail; the others of the
 * specification, which is right itself, are checked.
 */
final class UnreadableNetworks {
  private static final Set<String> CODES =
      Set.of(IssueCodes.NETWORK_MISSING, IssueCodes.NETWORK_UNREADABLE);

  private static final Comparator<Region> BY_PLACE =
      Comparator.comparingInt(Region::line).thenComparingInt(Region::column);

  private UnreadableNetworks() {}

  /** Whether nothing else is wrong with a specification. */
  static boolean areAllErrors(Specification specification) {
    return specification.diagnostics().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .allMatch(d -> CODES.contains(d.code()));
  }

  /** What cannot be checked for that reason, in the order of the text. */
  static List<Unchecked> of(Specification specification) {
    Map<String, String> reasons = new HashMap<>();
    for (Diagnostic diagnostic : specification.diagnostics()) {
      if (CODES.contains(diagnostic.code())) {
        network(specification, diagnostic)
            .ifPresent(network -> reasons.putIfAbsent(network, diagnostic.message()));
      }
    }
    Map<String, String> networks = new HashMap<>();
    List<Unchecked> unchecked = new ArrayList<>();
    for (Declaration declaration : specification.declarations()) {
      if (declaration.kind() == DeclarationKind.DISTRIBUTION) {
        networks.put(declaration.name(), declaration.container());
      }
    }
    for (Declaration declaration : specification.declarations()) {
      kind(declaration)
          .flatMap(
              kind ->
                  Optional.ofNullable(networks.get(declaration.container()))
                      .map(reasons::get)
                      .map(reason -> new Unchecked(declaration.name(), kind, reason)))
          .ifPresent(unchecked::add);
    }
    return unchecked;
  }

  private static Optional<Kind> kind(Declaration declaration) {
    return switch (declaration.kind()) {
      case PROPERTY -> Optional.of(Kind.PROPERTY);
      case QUERY -> Optional.of(Kind.QUERY);
      case NETWORK, DISTRIBUTION, EVENT -> Optional.empty();
    };
  }

  /** The network in whose declaration the message stands: the last one whose name is before it. */
  private static Optional<String> network(Specification specification, Diagnostic diagnostic) {
    return specification.declarations().stream()
        .filter(d -> d.kind() == DeclarationKind.NETWORK)
        .filter(d -> BY_PLACE.compare(d.region(), place(diagnostic)) <= 0)
        .max(Comparator.comparing(Declaration::region, BY_PLACE))
        .map(Declaration::name);
  }

  private static Region place(Diagnostic diagnostic) {
    return new Region(diagnostic.line(), diagnostic.column(), 0);
  }
}
