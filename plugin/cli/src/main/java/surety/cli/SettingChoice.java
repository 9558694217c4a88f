package surety.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import surety.language.Setting;

/** Which network under which distribution is meant; either may be left out if there is only one. */
final class SettingChoice {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      description = "Which distribution; may be left out if there is only one.")
  private String distribution;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "Which network, of a distribution for several.")
  private String network;

  /** The one that is meant, of all in a specification. */
  Setting of(List<Setting> all, Path file) throws Failure {
    return of(distribution, network, spec, all, file);
  }

  /**
   * The one that is meant, of all in a specification.
   *
   * @param distribution its name, or null
   * @param network its name, or null
   */
  static Setting of(
      String distribution, String network, CommandSpec spec, List<Setting> all, Path file)
      throws Failure {
    if (all.isEmpty()) {
      throw new Failure(
          ExitStatus.BAD_INPUT,
          file + " has no distribution; regions are enumerated over the support of one");
    }
    List<Setting> under =
        all.stream().filter(s -> distribution == null || s.name().equals(distribution)).toList();
    if (under.isEmpty()) {
      throw usage(
          spec,
          "%s has no distribution '%s'; it has %s"
              .formatted(file, distribution, names(all, Setting::name)));
    }
    if (distinct(under, Setting::name).size() > 1) {
      throw usage(
          spec,
          "%s has several distributions; choose with --distribution: %s"
              .formatted(file, names(all, Setting::name)));
    }
    Setting setting = of(network, spec, under);
    if (setting.isConditioned()) {
      throw new Failure(
          ExitStatus.BAD_INPUT,
          "%s: regions have no condition, and all under %s has one: that inputs which move together lie in a box ('on'); ask for P(... | ...) instead, or leave the box out, which is another distribution"
              .formatted(file, setting.name()));
    }
    return setting;
  }

  private static Setting of(String network, CommandSpec spec, List<Setting> under) {
    if (network == null && under.size() > 1) {
      throw usage(
          spec,
          "distribution '%s' is for several networks, and each has regions of its own; choose with --network: %s"
              .formatted(under.get(0).name(), names(under, Setting::network)));
    }
    return under.stream()
        .filter(s -> network == null || s.network().equals(network))
        .findFirst()
        .orElseThrow(
            () ->
                usage(
                    spec,
                    "distribution '%s' is for no network '%s'; it is for %s"
                        .formatted(under.get(0).name(), network, names(under, Setting::network))));
  }

  private static List<String> distinct(List<Setting> all, Function<Setting, String> name) {
    return all.stream().map(name).distinct().toList();
  }

  private static String names(List<Setting> all, Function<Setting, String> name) {
    return String.join(", ", distinct(all, name).stream().map(n -> "'" + n + "'").toList());
  }

  private static ParameterException usage(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
