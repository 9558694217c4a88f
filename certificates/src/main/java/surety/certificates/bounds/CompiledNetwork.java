package surety.certificates.bounds;

import java.util.List;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * A network and affine forms of its wires, ready for propagation: a list of steps, each of which
 * gives one vector. Vector 0 is the network's input, vector k the result of step k - 1, and the
 * last one has a number for each form.
 */
public final class CompiledNetwork {
  private final List<Step> steps;
  private final boolean[] kept;
  private final int[] sources;
  private final int levels;
  private final Stop stop;

  CompiledNetwork(List<Step> steps, int[] sources, Stop stop) {
    this.steps = List.copyOf(steps);
    this.sources = sources;
    this.stop = stop;
    this.levels = steps.stream().mapToInt(Step::level).max().orElse(0);
    this.kept = new boolean[steps.size() + 1];
    kept[steps.size()] = true;
    for (Step step : steps) {
      keepSources(step);
    }
  }

  /**
   * Compiles a network.
   *
   * @param forms at least one
   * @param stop asked now, and whenever anything is propagated through the network
   * @throws IllegalArgumentException if a coefficient times a weight is too large for a double
   */
  public static CompiledNetwork of(Network network, List<WireForm> forms, Stop stop) {
    return new NetworkCompiler(network, stop).compile(forms);
  }

  /** A cell with bounds of its own from some level on starts with vectors of that level. */
  private void keepSources(Step step) {
    if (step instanceof Step.Activation activation) {
      kept[activation.source()] = true;
    } else if (step instanceof Step.Copy copy) {
      for (int source : copy.vectors()) {
        kept[source] |= level(source) < step.level();
      }
    } else {
      for (Step.Term term : ((Step.Affine) step).terms()) {
        kept[term.source()] |= level(term.source()) < step.level();
      }
    }
  }

  /** All steps; each takes vectors before its own. */
  List<Step> steps() {
    return steps;
  }

  /** The number of vectors, the input's included. */
  int vectors() {
    return steps.size() + 1;
  }

  /** Behind how many activations a vector lies. */
  int level(int vector) {
    return vector == 0 ? 0 : steps.get(vector - 1).level();
  }

  /** Whether a vector is read by activations, or by steps of a higher level than its own. */
  boolean isKept(int vector) {
    return kept[vector];
  }

  /** The number of forms. */
  int forms() {
    return ((Step.Affine) steps.get(steps.size() - 1)).rows();
  }

  /** Behind how many activations a form lies, at most. */
  public int levels() {
    return levels;
  }

  /** The vector that a gate of activations takes; negative where no form needs it. */
  int source(int gate) {
    return sources[gate];
  }

  /** Ends a propagation that nobody wants any more. */
  void checkStop() {
    stop.check();
  }
}
