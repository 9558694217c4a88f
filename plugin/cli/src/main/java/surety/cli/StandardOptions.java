package surety.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class StandardOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  private boolean version;

  @Option(
      names = "--debug",
      description = "If Surety itself fails, print the whole stack trace to standard error.")
  private boolean debug;

  boolean debug() {
    return debug;
  }
}
