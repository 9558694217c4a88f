package surety.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which verdicts make a command end with another status than 0. It is about verdicts only: what
 * could not be checked, wrong usage and faults of ours are never let pass.
 */
final class FailOn {
  /** What may be named. */
  enum Cause {
    violated,
    undecided,
    none
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      split = ",",
      description =
          "Which verdicts make the exit status other than 0: violated, undecided, both with a comma"
              + " between them, or none. Otherwise both. Whatever fails for another reason fails all"
              + " the same.")
  private List<Cause> causes = List.of(Cause.violated, Cause.undecided);

  /**
   * Refuses what no single converter can see.
   *
   * @throws ParameterException if 'none' is not alone
   */
  void validate() {
    if (causes.contains(Cause.none) && EnumSet.copyOf(causes).size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--fail-on none names no verdict; give it alone, or leave it out");
    }
  }

  /**
   * The gravest status of those that count; says which were let pass if nothing is left. After an
   * interruption all count.
   */
  ExitStatus gravest(Collection<ExitStatus> all, Context context) {
    if (context.interruption().getAsBoolean()) {
      return ExitStatus.gravest(all); // what was not looked at is no verdict
    }
    List<ExitStatus> counting = new ArrayList<>(all);
    Set<ExitStatus> passed = EnumSet.noneOf(ExitStatus.class);
    for (ExitStatus verdict : List.of(ExitStatus.VIOLATED, ExitStatus.UNDECIDED)) {
      if (!causes.contains(cause(verdict)) && counting.removeIf(verdict::equals)) {
        passed.add(verdict);
      }
    }
    ExitStatus gravest = ExitStatus.gravest(counting);
    if (gravest == ExitStatus.OK && !passed.isEmpty()) {
      context.say(
          "something is %s, which --fail-on %s lets pass"
              .formatted(words(passed), words(EnumSet.copyOf(causes))));
    }
    return gravest;
  }

  private static Cause cause(ExitStatus verdict) {
    return verdict == ExitStatus.VIOLATED ? Cause.violated : Cause.undecided;
  }

  private static String words(Set<? extends Enum<?>> names) {
    return names.stream()
        .map(name -> name.name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(" and "));
  }
}
