package surety.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.certificates.network.Network;
import surety.certificates.statement.BandClaim;
import surety.cli.report.TrialReport;
import surety.language.DataFile;
import surety.language.EventQuestions;
import surety.language.Obligation;
import surety.language.Setting;
import surety.language.Specification;
import surety.language.evaluation.EventAnswer;
import surety.language.evaluation.InputException;
import surety.language.evaluation.NamedInputs;
import surety.language.evaluation.StartingPoint;
import surety.language.evaluation.Trial;
import surety.language.verification.Networks;
import surety.solver.evaluation.Occurrence;

/** {@code surety run}: what a network gives for one input, and which events happen. */
@Command(
    name = "run",
    description = {
      "Feed a network of a specification with one input.",
      "Prints the outputs over the reals, exactly (of smooth networks within proven intervals),"
          + " beside the estimate of what ONNX Runtime gives in the network's own format,"
          + " and whether the events of the properties and queries happen there."
    },
    footer = {
      "",
      "Exit status: 0, whatever happens there; 30 if of some event it is too close to tell;",
      "2 wrong usage or no such input, 3 bad specification or network."
    })
final class RunCommand implements Callable<Integer> {
  /** What is fed: a network under a distribution; whose events are looked at, and named ones. */
  private record Subject(
      String network,
      List<DataFile> files,
      NamedInputs inputs,
      List<String> outputs,
      List<Obligation> asked,
      List<Obligation> named,
      List<String> remarks) {}

  /**
   * For instance {@code witness: x = (0.25, 0.75) gives y = (6.54926, -4.094366), rounded}, or
   * {@code witness: a = 0.25, b = 0.75 (fixed: 62 inputs) gives y = (6.54926), rounded}.
   */
  private static final Pattern WITNESS =
      Pattern.compile(
          "\\s*(?:witness: *)?(?:x *= *([(\\[][^()\\[\\]]*[)\\]])|([^()=]+=[^()]+?))"
              + "(?: \\(fixed: [^()]*\\))?(?: gives .*)?\\s*");

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "F.sure", description = "The specification.")
  private Path file;

  @Option(
      names = "--input",
      paramLabel = "VALUES",
      description =
          "The values of all inputs in the order of the network (\"0.2, 0.8\"), or by name in any"
              + " order (\"width=0.8, length=1/5\"), where fixed inputs may be left out. Otherwise"
              + " an input for which the event of --property happens, or a point inside of the"
              + " inputs' support.")
  private String input;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      description =
          "The property or query whose event is looked at. Otherwise all about the network, with"
              + " conditions and named events.")
  private String name;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "Which network; may be left out if there is only one, or with --property.")
  private String network;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private CheckCommand.Format format = CheckCommand.Format.text;

  RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    Subject subject = name == null ? ofNetwork(specification) : ofProperty(specification);
    List<Networks.Model> models = NetworkFiles.models(subject.files());
    List<Network> networks = models.stream().map(Networks.Model::network).toList();
    StartingPoint point = point(subject, networks);
    Trial trial =
        Trial.of(
            networks,
            models.stream().map(Networks.Model::content).toList(),
            subject.inputs(),
            subject.outputs(),
            point.values(),
            subject.asked(),
            subject.named());
    TrialReport report =
        new TrialReport(
            VersionProvider.version(),
            file.toString(),
            subject.network(),
            point.words(),
            subject.remarks(),
            trial);
    switch (format) {
      case text -> report.printText(context.terminal().outAnsi(), context.terminal().out());
      case json -> report.printJson(specification.diagnostics(), context.terminal().out());
    }
    return (isUnknown(trial.answers()) ? ExitStatus.UNDECIDED : ExitStatus.OK).code();
  }

  private static boolean isUnknown(List<EventAnswer> answers) {
    return answers.stream().anyMatch(answer -> answer.exact() == Occurrence.UNKNOWN);
  }

  private StartingPoint point(Subject subject, List<Network> networks) {
    if (input == null) {
      return subject.asked().size() == 1 && name != null
          ? StartingPoint.of(subject.asked().get(0), networks)
          : StartingPoint.inside(subject.inputs().law());
    }
    try {
      return new StartingPoint(subject.inputs().read(entries(input)), "");
    } catch (InputException e) {
      throw usage("Invalid value for option '--input': " + e.getMessage());
    }
  }

  /** The values between commas; a witness may be given as a report prints it. */
  static List<String> entries(String text) {
    Matcher witness = WITNESS.matcher(text);
    String stripped =
        !witness.matches()
            ? text.strip()
            : witness.group(1) == null ? witness.group(2) : witness.group(1);
    boolean bracketed =
        (stripped.startsWith("(") && stripped.endsWith(")"))
            || (stripped.startsWith("[") && stripped.endsWith("]"));
    String inside = bracketed ? stripped.substring(1, stripped.length() - 1) : stripped;
    return Arrays.asList(inside.split(",", -1));
  }

  private Subject ofProperty(Specification specification) throws Failure {
    List<Obligation> all = specification.obligations();
    Obligation obligation =
        all.stream()
            .filter(o -> o.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    usage(
                        all.isEmpty()
                            ? file + " has no property and no query; leave --property out"
                            : file + " has no property '" + name + "'; it has " + Names.of(all)));
    if (Trial.event(obligation).isEmpty()) {
      throw usage(
          obligation.statement().claim() instanceof BandClaim
              ? "'" + name + "' is a cdf, which has no event; leave --property out"
              : "'" + name + "' is about no probability of one event; leave --property out");
    }
    Optional<Setting> setting =
        specification.settings().stream().filter(s -> isAbout(obligation, s)).findFirst();
    String about = setting.map(Setting::network).orElse("the network");
    if (network != null && !network.equals(about)) {
      throw usage("'" + name + "' is about " + about + " and not about '" + network + "'");
    }
    return new Subject(
        about,
        obligation.networks(),
        new NamedInputs(obligation.inputs(), obligation.statement().law()), // an event has no box
        obligation.outputs(),
        List.of(obligation),
        List.of(),
        List.of());
  }

  private Subject ofNetwork(Specification specification) throws Failure {
    List<Setting> settings = specification.settings();
    if (settings.isEmpty()) {
      throw new Failure(
          ExitStatus.BAD_INPUT,
          file + " has no distribution; a network is run under one, which says what is fixed");
    }
    String names =
        settings.stream()
            .map(s -> "'" + s.network() + "'")
            .distinct()
            .collect(Collectors.joining(", "));
    if (network == null && settings.stream().map(Setting::network).distinct().count() > 1) {
      throw usage(file + " has several networks; choose with --network: " + names);
    }
    Setting setting =
        settings.stream()
            .filter(s -> network == null || s.network().equals(network))
            .findFirst()
            .orElseThrow(() -> usage(file + " has no network '" + network + "'; it has " + names));
    List<Obligation> asked = new ArrayList<>();
    for (Obligation obligation : specification.obligations()) {
      if (isAbout(obligation, setting)) {
        asked.add(obligation);
      }
    }
    return new Subject(
        setting.network(),
        List.of(new DataFile(setting.networkFile(), setting.networkDigest())),
        new NamedInputs(setting.inputNames(), setting.law(), setting.box()),
        setting.outputNames(),
        asked,
        new EventQuestions(specification)
            .queries(setting.name()).stream().filter(o -> isAbout(o, setting)).toList(),
        leftOut(specification, setting));
  }

  /** What asks about this network together with others needs an input for all of them. */
  private static List<String> leftOut(Specification specification, Setting setting) {
    List<Obligation> others =
        specification.obligations().stream()
            .filter(o -> o.networkFiles().size() > 1)
            .filter(o -> o.networkFiles().contains(setting.networkFile()))
            .filter(o -> !o.statement().claim().events().isEmpty())
            .toList();
    return others.isEmpty()
        ? List.of()
        : List.of(
            "left out are the events of "
                + Names.of(others)
                + ", which are about other networks, too; choose one with --property");
  }

  private static boolean isAbout(Obligation obligation, Setting setting) {
    return obligation.networkFiles().equals(List.of(setting.networkFile()))
        && obligation.inputs().equals(setting.inputNames())
        && obligation.outputs().equals(setting.outputNames());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
