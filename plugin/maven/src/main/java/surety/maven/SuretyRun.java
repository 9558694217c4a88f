package surety.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.cli.Context;
import surety.cli.Interruption;
import surety.cli.Surety;
import surety.cli.Terminal;
import surety.solver.Checker;

/**
 * What one command of Surety did.
 *
 * @param status its exit status
 * @param results what it found out, in the order of the specifications
 * @param messages what it said besides, such as errors in a specification
 */
record SuretyRun(int status, List<Result> results, List<String> messages) {
  /** A bound may be smaller than any double. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Keeps copies. */
  SuretyRun {
    results = List.copyOf(results);
    messages = List.copyOf(messages);
  }

  /**
   * Runs a command, with its report for programs. One at a time, also where Maven builds modules in
   * parallel: a search uses all processors anyway.
   */
  static synchronized SuretyRun of(List<String> command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, false);
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--format", "json"));
    Context context = new Context(terminal, new Interruption(), Checker::check);
    int status = Surety.commandLine(context).execute(arguments.toArray(String[]::new));
    terminal.out().flush();
    terminal.err().flush();
    return new SuretyRun(status, results(out.toString()), err.toString().lines().toList());
  }

  /** Nothing where the command printed no report, for then there is a message. */
  static List<Result> results(String json) {
    if (json.isBlank()) {
      return List.of();
    }
    List<Result> results = new ArrayList<>();
    JsonNode report = read(json);
    Optional.ofNullable(report.get("specifications"))
        .ifPresentOrElse(
            all -> all.forEach(one -> results.addAll(Result.of(one))),
            () -> results.addAll(Result.of(report)));
    return results;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report is no JSON: " + json, e);
    }
  }
}
