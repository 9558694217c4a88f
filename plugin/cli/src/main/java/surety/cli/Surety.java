package surety.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code surety}: the command that holds the others. */
@Command(
    name = "surety",
    description = {
      "Guaranteed bounds on the probability of what a neural network does under random inputs."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 all proved (also by a certificate), 30 undecided, 40 violated, 4 certificate invalid,",
      "5 certificate incomplete, 20 runs that differ, 2 wrong usage, 3 bad specification, network or",
      "samples, 1 our own fault.",
      "",
      "'surety COMMAND --help' says more about each command."
    })
public final class Surety implements Runnable {
  private static final Map<String, Function<Context, Object>> COMMANDS = commands();

  @Spec private CommandSpec spec;

  private Surety() {}

  private static Map<String, Function<Context, Object>> commands() {
    Map<String, Function<Context, Object>> commands = new LinkedHashMap<>();
    commands.put("check", CheckCommand::new);
    commands.put("cdf", CdfCommand::new);
    commands.put("moments", MomentsCommand::new);
    commands.put("estimate", EstimateCommand::new);
    commands.put("replay", ReplayCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("format", FormatCommand::new);
    commands.put("statement", StatementCommand::new);
    commands.put("attest", AttestCommand::new);
    commands.put("verify-attestation", VerifyAttestationCommand::new);
    commands.put("bundle", BundleCommand::new);
    commands.put("new", NewCommand::new);
    commands.put("fit", FitCommand::new);
    commands.put("bound-network", BoundNetworkCommand::new);
    commands.put("regions", RegionsCommand::new);
    commands.put(LanguageServerCommand.NAME, LanguageServerCommand::new);
    return commands;
  }

  /** The whole command line, ready to execute arguments; the result is the exit status. */
  public static CommandLine commandLine(Context context) {
    return commandLine(context, COMMANDS.values());
  }

  /**
   * The part of the command line that these arguments need: picocli takes every command apart that
   * it is given, which takes longer than some of them.
   */
  static CommandLine commandLine(Context context, List<String> arguments) {
    return arguments.isEmpty() || !COMMANDS.containsKey(arguments.get(0))
        ? commandLine(context)
        : commandLine(context, List.of(COMMANDS.get(arguments.get(0))));
  }

  private static CommandLine commandLine(
      Context context, Collection<Function<Context, Object>> commands) {
    CommandLine commandLine = new CommandLine(new Surety());
    commands.forEach(command -> commandLine.addSubcommand(command.apply(context)));
    complete(commandLine);
    commandLine.getSubcommands().values().forEach(Surety::complete);
    Terminal terminal = context.terminal();
    return commandLine
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(Help.defaultColorScheme(terminal.ansi()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Surety::wrongUsage)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, parsed, terminal.err()));
  }

  private static void complete(CommandLine command) {
    command.getCommandSpec().versionProvider(new VersionProvider());
    command
        .getCommandSpec()
        .addMixin("standardOptions", CommandSpec.forAnnotatedObject(new StandardOptions()));
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing command; it is one of " + String.join(", ", COMMANDS.keySet()));
  }

  private static int wrongUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    Optional<String> better =
        e instanceof UnmatchedArgumentException unmatched
            ? WrongArguments.of(command.getCommandName(), unmatched.getUnmatched())
            : Optional.empty();
    err.println("surety: " + better.orElseGet(() -> WrongArguments.words(e.getMessage())));
    if (better.isEmpty()) {
      UnmatchedArgumentException.printSuggestions(e, err);
    }
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE.code();
  }

  private static int failed(Exception e, ParseResult parsed, PrintWriter err) {
    boolean debug = Main.wantsDebug(parsed.originalArgs());
    int status;
    if (e instanceof Failure failure) {
      err.println("surety: " + failure.getMessage());
      status = failure.status().code();
    } else {
      err.println("surety: " + Main.ownFault(e, debug));
      status = ExitStatus.INTERNAL_ERROR.code();
    }
    if (debug) {
      e.printStackTrace(err);
    }
    return status;
  }
}
