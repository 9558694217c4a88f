package surety.language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Verdict;
import surety.language.model.Variables;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Element;
import surety.language.sure.Gap;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Option;
import surety.language.sure.Property;
import surety.language.sure.Query;
import surety.language.sure.SureFile;
import surety.language.sure.Timeout;
import surety.language.translation.Durations;
import surety.language.translation.Expectations;
import surety.language.translation.Numbers;
import surety.language.translation.Statements;
import surety.language.translation.Text;

/**
 * The obligations of a specification.
 *
 * <p>An error spoils the network, distribution, property or query that it stands in, and all that
 * use it; an error outside of these, such as a missing semantics, spoils all.
 */
final class Obligations {
  private final Path file;
  private final Expectations expectations;
  private final Set<EObject> spoilt;

  private Obligations(Path file, Expectations expectations, Set<EObject> spoilt) {
    this.file = file;
    this.expectations = expectations;
    this.spoilt = spoilt;
  }

  static List<Obligation> of(ParsedSpecification parsed, Path file, List<Diagnostic> diagnostics) {
    Optional<SureFile> model = parsed.model();
    if (model.isEmpty()) {
      return List.of();
    }
    Optional<Set<EObject>> spoilt = spoilt(model.get(), diagnostics);
    if (spoilt.isEmpty()) {
      return List.of();
    }
    Obligations obligations = new Obligations(file, Expectations.of(model.get()), spoilt.get());
    List<Obligation> result = new ArrayList<>();
    for (Element element : model.get().getElements()) {
      if (element instanceof ClaimDeclaration claim) {
        obligations.of(claim).ifPresent(result::add);
      }
    }
    return result;
  }

  /** The elements with errors; nothing if all are spoilt. */
  private static Optional<Set<EObject>> spoilt(SureFile model, List<Diagnostic> diagnostics) {
    NavigableMap<Integer, Element> elements = new TreeMap<>();
    for (Element element : model.getElements()) {
      elements.put(NodeModelUtils.getNode(element).getOffset(), element);
    }
    Set<EObject> spoilt = new HashSet<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR) {
        Map.Entry<Integer, Element> entry = elements.floorEntry(diagnostic.offset());
        if (entry == null || !isUsable(entry.getValue()) || diagnostic.length() == 0) {
          return Optional.empty();
        }
        spoilt.add(entry.getValue());
      }
    }
    return Optional.of(spoilt);
  }

  /** A semantics line with an error spoils all. */
  private static boolean isUsable(Element element) {
    return !(element instanceof surety.language.sure.SemanticsDeclaration);
  }

  private Optional<Obligation> of(ClaimDeclaration claim) {
    Optional<NetworkDeclaration> network = Variables.networkAround(claim);
    if (network.isEmpty()
        || spoilt.contains(claim)
        || spoilt.contains(network.get())
        || spoilt.contains(claim.getDistribution())) {
      return Optional.empty();
    }
    return Language.get(Statements.class)
        .translate(claim)
        .map(
            translation ->
                new Obligation(
                    claim.getName(),
                    Optional.ofNullable(claim.getTitle()),
                    claim instanceof Property ? Kind.PROPERTY : Kind.QUERY,
                    networkFile(network.get()),
                    translation.statement(),
                    within(claim),
                    timeout(claim),
                    expected(claim),
                    text(claim)));
  }

  /** As relative or absolute as the path of the specification. */
  private Path networkFile(NetworkDeclaration network) {
    return file.resolveSibling(network.getFile());
  }

  private static Optional<Rational> within(ClaimDeclaration claim) {
    return claim.getOptions().stream()
        .filter(Gap.class::isInstance)
        .map(Option::getValue)
        .findFirst()
        .flatMap(Numbers::parse);
  }

  private static Optional<Duration> timeout(ClaimDeclaration claim) {
    return claim.getOptions().stream()
        .filter(Timeout.class::isInstance)
        .map(Timeout.class::cast)
        .findFirst()
        .flatMap(Durations::of);
  }

  private Optional<Verdict> expected(ClaimDeclaration claim) {
    return claim instanceof Property
        ? expectations.behind(claim).flatMap(Expectations.Expectation::verdict)
        : Optional.empty();
  }

  private static String text(ClaimDeclaration claim) {
    String under = " under " + claim.getDistribution().getName();
    if (claim instanceof Property property) {
      return Text.of(property.getProbability())
          + " "
          + property.getComparison()
          + " "
          + property.getLimit()
          + under;
    }
    return claim instanceof Query query && query.getCdf() != null
        ? Text.of(query.getCdf()) + under
        : Text.of(claim.getProbability()) + " = ?" + under;
  }
}
