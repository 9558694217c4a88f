package surety.language.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.language.NameRules;
import surety.language.storage.WrittenPath;

/**
 * Puts something harmless in the place of each choice that cannot be parsed, or that would make
 * others look wrong, and says what is wrong with it.
 */
final class Repair {
  private final SpecificationTemplate chosen;
  private final List<String> problems;
  private final NameRules rules = new NameRules();
  private final Fragments fragments = new Fragments();
  private final Set<String> taken = new HashSet<>();

  /**
   * @param problems gets what is wrong
   */
  Repair(SpecificationTemplate chosen, List<String> problems) {
    this.chosen = chosen;
    this.problems = problems;
  }

  SpecificationTemplate repaired() {
    boolean claims = chosen.hasClaim();
    String network = orElse(chosen.name(), "Net", report("network", rules.problem(chosen.name())));
    if (!WrittenPath.isQuotable(chosen.path())) {
      problems.add(
          "network file: a path in a specification cannot have quotation marks or line breaks;"
              + " rename the file");
    }
    return new SpecificationTemplate(
        chosen.file(),
        chosen.network(),
        network,
        inputs(),
        outputs(),
        orElse(chosen.claimName(), "first", claims && report("name", claimNameProblem())),
        orElse(chosen.title(), "", claims && report("title", titleProblem())),
        orElse(chosen.claim(), "", claims && report(chosen.kind(), claimProblem())));
  }

  private List<Choice> inputs() {
    List<Choice> inputs = new ArrayList<>();
    boolean areNamed = chosen.namesInputs();
    for (Choice choice : chosen.inputs()) {
      int number = inputs.size() + 1;
      boolean nameFails = nameFails("input", number, choice.name(), areNamed);
      String label = nameFails ? "input " + number : SpecificationTemplate.input(choice);
      inputs.add(
          new Choice(
              orElse(choice.name(), "input_" + number + "_", nameFails),
              orElse(choice.distribution(), "= 0", report(label, tailProblem(choice)))));
    }
    return inputs;
  }

  private List<String> outputs() {
    List<String> outputs = new ArrayList<>();
    boolean areNamed = chosen.namesOutputs();
    for (String name : chosen.outputs()) {
      int number = outputs.size() + 1;
      boolean fails = nameFails("output", number, name, areNamed);
      outputs.add(orElse(name, "output_" + number + "_", fails));
    }
    return outputs;
  }

  private boolean nameFails(String kind, int number, String name, boolean isNamed) {
    Optional<String> problem = isNamed ? rules.problem(name) : Optional.empty();
    if (problem.isEmpty() && !taken.add(name)) {
      problem =
          Optional.of("'" + name + "' is the name of another input or output; rename one of them");
    }
    return report("name of " + kind + " " + number, problem);
  }

  /** Whether there is a problem. */
  private boolean report(String field, Optional<String> problem) {
    problem.ifPresent(message -> problems.add(field + ": " + message));
    return problem.isPresent();
  }

  private static String orElse(String choice, String otherwise, boolean isWrong) {
    return isWrong ? otherwise : choice;
  }

  private Optional<String> tailProblem(Choice choice) {
    return choice.distribution().isBlank()
        ? Optional.of("it has no distribution; write for instance Uniform(0, 1), or = 0")
        : fragments.tailProblem(SpecificationTemplate.tail(choice));
  }

  private Optional<String> claimNameProblem() {
    return rules.problem(chosen.claimName());
  }

  private Optional<String> titleProblem() {
    return WrittenPath.isQuotable(chosen.title())
        ? Optional.empty()
        : Optional.of("it cannot have quotation marks or line breaks; leave them out");
  }

  private Optional<String> claimProblem() {
    return fragments.claimProblem(chosen.kind(), chosen.claim().strip());
  }
}
