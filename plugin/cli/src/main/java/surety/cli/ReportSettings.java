package surety.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import surety.language.storage.FileReasons;
import surety.report.ListedRequirement;
import surety.report.RequirementList;
import surety.report.RequirementListException;
import surety.report.Run;
import surety.report.writing.JunitReport.Undecided;
import surety.report.writing.ReportFolder;

/** The options about reports: where they go, and what they need to know. */
final class ReportSettings {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write a report into this folder: index.html for people, traceability.html, and the same"
              + " as JSON, JUnit XML, SARIF, Markdown and CSV.")
  private Path folder;

  @Option(
      names = "--requirements",
      paramLabel = "FILE.csv",
      description =
          "With --report: all requirements (columns id, title), so that the traceability matrix has"
              + " those without a property.")
  private Path requirementFile;

  @Option(
      names = "--junit-undecided",
      paramLabel = "WHAT",
      description =
          "With --report: what is undecided is a failure or skipped in junit.xml;"
              + " otherwise failure.")
  private Undecided undecided;

  private Optional<List<ListedRequirement>> requirements = Optional.empty();

  /**
   * Reads the requirements and makes the folder, before anything is searched.
   *
   * @throws ParameterException if options are there that mean nothing without --report
   * @throws Failure if that is not possible
   */
  void prepare() throws Failure {
    if (folder == null && (requirementFile != null || undecided != null)) {
      throw new ParameterException(
          spec.commandLine(),
          (requirementFile != null ? "--requirements" : "--junit-undecided")
              + " needs --report; leave it out otherwise");
    }
    if (requirementFile != null) {
      try {
        requirements = Optional.of(RequirementList.read(requirementFile));
      } catch (RequirementListException e) {
        throw new Failure(ExitStatus.BAD_INPUT, e.getMessage(), e);
      }
    }
    Optional<String> obstacle = reports().flatMap(ReportFolder::obstacle);
    if (obstacle.isPresent()) {
      throw new Failure(
          ExitStatus.USAGE, obstacle.get() + "; --report names a folder that can be written");
    }
  }

  private Optional<ReportFolder> reports() {
    return Optional.ofNullable(folder)
        .map(path -> new ReportFolder(path, undecided == null ? Undecided.FAILURE : undecided));
  }

  /** All requirements of the project, if they were named. */
  Optional<List<ListedRequirement>> requirements() {
    return requirements;
  }

  /**
   * Writes the report, if one is wanted; a message says where, or why there is none.
   *
   * @return what that means for the caller: whatever a run found is not lost with its report
   */
  ExitStatus write(Run run, Context context) {
    Optional<ReportFolder> reports = reports();
    if (reports.isEmpty()) {
      return ExitStatus.OK;
    }
    try {
      reports.get().write(run);
      context.say("the report is in " + reports.get().index());
      return ExitStatus.OK;
    } catch (IOException e) {
      context.say("the report could not be written to " + folder + ": " + FileReasons.of(e));
      return ExitStatus.USAGE;
    }
  }
}
