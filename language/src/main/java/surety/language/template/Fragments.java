package surety.language.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import surety.language.Diagnostic;
import surety.language.ParsedSpecification;
import surety.language.SpecificationReader;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.Element;

/**
 * Looks at parts of a specification alone, so that what cannot be parsed in one of them is said of
 * that one, and no part can be more than it should be.
 */
final class Fragments {
  private static final Path NOWHERE = Path.of("fragment.sure");

  private final SpecificationReader reader = new SpecificationReader();
  private final Map<String, Optional<String>> known = new HashMap<>();

  /** Why this cannot stand behind the name of an input. */
  Optional<String> tailProblem(String tail) {
    return known.computeIfAbsent(
        tail,
        t ->
            problem(
                "distribution D for N {\n  x " + t + ";\n}",
                "this is more than a distribution or a value; write for instance Uniform(0, 1)",
                element ->
                    element instanceof DistributionDeclaration distribution
                        && distribution.getAssignments().size() == 1));
  }

  /** Why this cannot stand between the name of a property or query and the word under. */
  Optional<String> claimProblem(String word, String claim) {
    return problem(
        word + " p: " + claim + " under D;",
        "this is more than one claim; write for instance P(y0 > 0.5) < 1e-2",
        element ->
            element instanceof ClaimDeclaration declaration && declaration.getOptions().isEmpty());
  }

  private Optional<String> problem(String text, String otherwise, Predicate<Element> expected) {
    List<Diagnostic> errors = reader.syntaxErrors(NOWHERE, text);
    if (!errors.isEmpty()) {
      return Optional.of(errors.get(0).message());
    }
    List<Element> elements =
        new ParsedSpecification(NOWHERE, text)
            .model()
            .map(model -> List.copyOf(model.getElements()))
            .orElse(List.of());
    boolean isOne = elements.size() == 1 && expected.test(elements.get(0));
    // A comment would swallow what is written behind it.
    boolean isPlain = !text.contains("//") && !text.contains("/*");
    return isOne && isPlain ? Optional.empty() : Optional.of(otherwise);
  }
}
