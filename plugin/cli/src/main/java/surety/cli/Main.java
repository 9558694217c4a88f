package surety.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import surety.language.Language;
import surety.language.ide.server.Preparation;
import surety.solver.Checker;

/** The entry point of the process. */
public final class Main {
  /** The commands that report what there is when they are asked to end, from their first moment. */
  private static final Set<String> REPORTING = Set.of("check", "cdf", "estimate", "regions");

  /** The commands that begin by reading a specification. */
  private static final Set<String> READING =
      Set.of(
          "check", "cdf", "estimate", "explain", "format", "regions", "replay", "run", "statement");

  private Main() {}

  /** Runs one command, and ends the process with its exit status. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(LanguageServerCommand.NAME)) {
      Preparation.begin();
    } else if (arguments.length > 1 && READING.contains(arguments[0])) {
      Language.begin();
    }
    Interruption interruption = new Interruption();
    if (arguments.length > 0 && REPORTING.contains(arguments[0])) {
      interruption.reporting();
    }
    interruption.watch();
    Terminal terminal = Terminal.ofProcess(System.getProperties(), System.getenv());
    boolean debug = wantsDebug(List.of(arguments));
    // Errors such as too little memory pass by every handler of picocli.
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, e) -> die(e, debug, terminal, interruption));
    Context context = new Context(terminal, interruption, Checker::check);
    int status = Surety.commandLine(context, List.of(arguments)).execute(arguments);
    terminal.flush();
    interruption.finished(status);
    System.exit(status);
  }

  static boolean wantsDebug(List<String> arguments) {
    return arguments.contains("--debug");
  }

  /** Whether the command that runs was asked for stack traces. */
  static boolean wantsDebug(CommandSpec running) {
    return wantsDebug(running.root().commandLine().getParseResult().originalArgs());
  }

  /** One line about a fault of ours. */
  static String ownFault(Throwable fault, boolean debug) {
    return "internal error: "
        + fault
        + (debug ? "" : " (run again with --debug for the stack trace, and please report it)");
  }

  private static void die(
      Throwable fault, boolean debug, Terminal terminal, Interruption interruption) {
    terminal.err().println("surety: " + ownFault(fault, debug));
    if (debug) {
      fault.printStackTrace(terminal.err());
    }
    terminal.flush();
    interruption.finished(ExitStatus.INTERNAL_ERROR.code());
    Runtime.getRuntime().halt(ExitStatus.INTERNAL_ERROR.code());
  }
}
