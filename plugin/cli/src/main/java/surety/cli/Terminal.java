package surety.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the report and the messages go, and whether a person is watching them.
 *
 * @param out standard output: the report
 * @param err standard error: diagnostics, notes, progress
 * @param outWatched whether standard output is a terminal
 * @param errWatched whether standard error is a terminal
 * @param colours whether a terminal may be sent colours
 */
public record Terminal(
    PrintWriter out, PrintWriter err, boolean outWatched, boolean errWatched, boolean colours) {

  /**
   * The terminal of this process. Java 17 cannot ask whether a stream is one, so the launcher says
   * so in the properties {@code surety.out.terminal} and {@code surety.err.terminal}; without them
   * nobody is taken to be watching.
   */
  static Terminal ofProcess(Properties properties, Map<String, String> environment) {
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        watched(properties, "surety.out.terminal"),
        watched(properties, "surety.err.terminal"),
        wantsColours(environment));
  }

  /** Colours for what goes to standard output. */
  public Ansi outAnsi() {
    return outWatched && colours ? Ansi.ON : Ansi.OFF;
  }

  /** Colours for what may go to either stream, such as a help text. */
  Ansi ansi() {
    return errWatched ? outAnsi() : Ansi.OFF;
  }

  void flush() {
    out.flush();
    err.flush();
  }

  /**
   * No colours where {@code NO_COLOR} is set and not empty (no-color.org) or the terminal is dumb.
   */
  static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  private static boolean watched(Properties properties, String name) {
    return properties.getProperty(name, "").equals("true");
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }
}
