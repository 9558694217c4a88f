package surety.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import surety.report.difference.DifferenceJson;
import surety.report.difference.DifferenceText;
import surety.report.difference.Differences;
import surety.report.difference.RecordedRun;
import surety.report.difference.UnreadableRunException;

/** {@code surety diff}: what moved between two runs, and what they assume otherwise. */
@Command(
    name = "diff",
    description = {
      "Compare two runs: which verdicts and bounds moved, and which assumptions changed.",
      "A run is what 'surety check --format json' printed, a folder with results.json in it, or a"
          + " folder with certificates, which are read for what they claim and not replayed."
    },
    footer = {
      "",
      "Exit status: 0; 20 a difference that --fail-on names; 1 bounds of an equal statement that",
      "exclude each other, which must never happen; 2 wrong usage, 3 what is no record of a run."
    })
final class DiffCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "OLD", index = "0", description = "The older run: a file or a folder.")
  private Path before;

  @Parameters(paramLabel = "NEW", index = "1", description = "The newer run: likewise.")
  private Path after;

  @Option(
      names = "--fail-on",
      paramLabel = "CHANGE",
      split = ",",
      description =
          "Which differences make the exit status 20: ${COMPLETION-CANDIDATES}; several with commas"
              + " between them. Otherwise none.")
  private List<Differences.Cause> causes = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private CheckCommand.Format format = CheckCommand.Format.text;

  DiffCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    Differences differences = Differences.between(read(before), read(after));
    Terminal terminal = context.terminal();
    switch (format) {
      case text -> DifferenceText.print(differences, terminal.out());
      case json -> DifferenceJson.print(VersionProvider.version(), differences, terminal.out());
    }
    if (differences.isContradiction()) {
      context.say(
          "two runs have bounds of the same statement that exclude each other; one of them is wrong");
      return ExitStatus.INTERNAL_ERROR.code();
    }
    boolean fails = causes.stream().anyMatch(differences::has);
    return (fails ? ExitStatus.DIFFERENT : ExitStatus.OK).code();
  }

  private static RecordedRun read(Path source) throws Failure {
    try {
      return RecordedRun.read(source);
    } catch (UnreadableRunException e) {
      throw new Failure(ExitStatus.BAD_INPUT, e.getMessage(), e);
    }
  }
}
