package surety.cli;

import picocli.CommandLine.Option;

/** What every command understands; picocli acts on the first two, {@link Main} on the third. */
final class StandardOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  boolean version;

  @Option(
      names = "--debug",
      description = "When something fails, print the whole stack trace to standard error.")
  boolean debug;
}
