package surety.cli;

import java.util.List;
import java.util.Optional;
import surety.certificates.network.Network;
import surety.language.verification.Caller;
import surety.language.verification.Ending;
import surety.solver.Progress;
import surety.solver.Result;

/** One search as a terminal sees it: a line of progress, which Ctrl-C ends. */
final class RunningSearch implements Caller, AutoCloseable {
  /** Somebody who looks at the result before it is kept. */
  @FunctionalInterface
  interface SecondOpinion {
    /** How the search ends if the result cannot stand; else nothing. */
    Optional<Ending> objection(Result result, List<Network> networks);
  }

  private final Context context;
  private final String name;
  private final boolean resumes;
  private final Interruption interruption;
  private final SecondOpinion opinion;
  private final ProgressLine progress;

  /**
   * Of one property or query.
   *
   * @param label for the line of progress
   * @param resumes whether it goes on from what an earlier one left
   */
  RunningSearch(
      Context context, String name, String label, boolean resumes, SecondOpinion opinion) {
    this.context = context;
    this.name = name;
    this.resumes = resumes;
    this.interruption = context.interruption();
    this.opinion = opinion;
    this.progress = new ProgressLine(context.terminal(), label);
  }

  @Override
  public void progressed(Progress now) {
    progress.progressed(now);
  }

  @Override
  public boolean isCancelled() {
    return interruption.getAsBoolean();
  }

  /** Who interrupts a search in a terminal wants to see how far it came. */
  @Override
  public boolean isPartWanted() {
    return true;
  }

  @Override
  public boolean isResuming() {
    return resumes;
  }

  /** A run in a terminal may take hours, and be killed. */
  @Override
  public boolean isKeeping() {
    return true;
  }

  @Override
  public void note(String message) {
    progress.close();
    context.say("'" + name + "': " + message);
  }

  @Override
  public Optional<Ending> objection(Result result, List<Network> networks) {
    progress.close();
    return opinion.objection(result, networks);
  }

  @Override
  public void close() {
    progress.close();
  }
}
