package surety.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the properties of specifications and answers their queries, as {@code surety check} does,
 * and writes their certificates.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends SuretyMojo {
  /**
   * Stops each property or query after this time, such as {@code 60s} or {@code 1.5min}, with the
   * best bounds so far. Otherwise the specification's {@code timeout}, or a minute.
   */
  @Parameter(property = "surety.timeout")
  private String timeout;

  /**
   * Stops when upper and lower bound are this close, decided or not. Otherwise the specification's
   * {@code within}, or 1e-9.
   */
  @Parameter(property = "surety.gap")
  private String gap;

  /** With how many threads to search. Otherwise the specification says so, or all processors do. */
  @Parameter(property = "surety.threads")
  private String threads;

  /** Where reports go: a page, JUnit XML, SARIF and others. Otherwise none are written. */
  @Parameter(property = "surety.report")
  private File report;

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>(List.of("check"));
    add(command, "--timeout", timeout);
    add(command, "--gap", gap);
    add(command, "--threads", threads);
    add(command, "--report", report);
    return command;
  }

  private static void add(List<String> command, String option, Object value) {
    if (value != null) {
      command.addAll(List.of(option, value.toString()));
    }
  }

  @Override
  boolean failsOnStale() {
    return true;
  }
}
