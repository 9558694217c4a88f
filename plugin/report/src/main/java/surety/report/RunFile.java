package surety.report;

/** One file of a report: a kind of report is a class that is one. */
public interface RunFile {
  /** Its name in the folder. */
  String name();

  /** All that it says of a run. */
  String text(Run run);
}
