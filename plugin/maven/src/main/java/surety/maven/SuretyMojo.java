package surety.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What both goals have in common: the specifications, and which results let the build fail. */
abstract class SuretyMojo extends AbstractMojo {
  private static final int OWN_FAULT = 1;
  private static final int USAGE = 2;
  private static final int BAD_INPUT = 3;

  /**
   * The specifications: files, and folders that are looked through for files that end in {@code
   * .sure}. Otherwise {@code src/main/surety}, which has to be there unless the packaging is pom.
   */
  @Parameter(property = "surety.specifications")
  private List<File> specifications;

  /** Where the certificates are. Otherwise in {@code certificates} beside each specification. */
  @Parameter(property = "surety.certificates")
  private File certificates;

  /** Whether a violated property lets the build fail. */
  @Parameter(property = "surety.failOnViolated", defaultValue = "true")
  private boolean failOnViolated;

  /** Whether an undecided property lets the build fail, and a query of which nothing is known. */
  @Parameter(property = "surety.failOnUndecided", defaultValue = "true")
  private boolean failOnUndecided;

  /** Leaves it out. */
  @Parameter(property = "surety.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project.basedir}/src/main/surety", readonly = true)
  private File usual;

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File basedir;

  @Parameter(defaultValue = "${project.packaging}", readonly = true)
  private String packaging;

  /** The command with the options of this goal. */
  abstract List<String> command();

  /** Whether a certificate that is missing or about another statement lets the build fail. */
  abstract boolean failsOnStale();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    boolean chosen = specifications != null && !specifications.isEmpty();
    if (skip) {
      getLog().info("Surety is skipped");
    } else if (!chosen && !usual.exists() && packaging.equals("pom")) {
      getLog().info("There is no " + usual + ", and so nothing to do");
    } else if (!chosen && !usual.exists()) {
      throw new MojoFailureException(
          "There is no " + usual + "; name your specifications in <specifications>, or <skip> it");
    } else {
      run(chosen ? specifications : List.of(usual));
    }
  }

  private void run(List<File> files) throws MojoExecutionException, MojoFailureException {
    List<String> command = new ArrayList<>(command());
    Optional.ofNullable(certificates)
        .ifPresent(folder -> command.addAll(List.of("--certificates", folder.toString())));
    files.forEach(file -> command.add(file.toString()));
    getLog().debug("surety " + String.join(" ", command));
    SuretyRun run = SuretyRun.of(command);
    Gate gate = new Gate(failOnViolated, failOnUndecided, failsOnStale());
    List<Result> results =
        run.results().stream().map(result -> result.seenFrom(basedir.toPath())).toList();
    log(results, gate);
    log(run);
    requireResults(run);
    List<Result> problems = results.stream().filter(result -> !gate.passes(result)).toList();
    if (!problems.isEmpty()) {
      throw new MojoFailureException(
          problems.size()
              + " of "
              + results.size()
              + (problems.size() == 1 ? " results does not pass:" : " results do not pass:")
              + problems.stream().map(p -> "\n  " + p.summary()).collect(Collectors.joining()));
    }
  }

  private void log(List<Result> results, Gate gate) {
    String specification = "";
    for (Result result : results) {
      if (!result.specification().equals(specification)) {
        specification = result.specification();
        getLog().info(specification);
      }
      boolean passes = gate.passes(result);
      for (String line : result.lines()) {
        if (passes) {
          getLog().info(line);
        } else {
          getLog().error(line);
        }
      }
    }
  }

  /** Notes, or why it did not come to results. */
  private void log(SuretyRun run) {
    boolean failed = List.of(OWN_FAULT, USAGE, BAD_INPUT).contains(run.status());
    for (String message : run.messages()) {
      if (failed) {
        getLog().error(message);
      } else {
        getLog().warn(message);
      }
    }
  }

  /** Some ends have no results that would tell of them, or not only such. */
  private static void requireResults(SuretyRun run)
      throws MojoExecutionException, MojoFailureException {
    String messages = String.join("\n  ", run.messages());
    boolean told = run.results().stream().anyMatch(r -> r.state() == Result.State.FAILED);
    if (run.status() == BAD_INPUT && !told) {
      throw new MojoFailureException(messages);
    }
    if (run.status() == USAGE || (run.status() == OWN_FAULT && !told)) {
      throw new MojoExecutionException(messages);
    }
  }
}
