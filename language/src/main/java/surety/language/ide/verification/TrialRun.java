package surety.language.ide.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;
import surety.language.Obligation;
import surety.language.display.Markdown;
import surety.language.evaluation.EventAnswer;
import surety.language.evaluation.InputException;
import surety.language.evaluation.NamedInputs;
import surety.language.evaluation.NamedValue;
import surety.language.evaluation.StartingPoint;
import surety.language.evaluation.Trial;
import surety.language.ide.protocol.RunOutcome;
import surety.language.ide.protocol.RunValue;
import surety.language.verification.Evidence;
import surety.language.verification.Networks;
import surety.language.verification.OtherNetworkException;
import surety.language.verification.UnusableNetworkException;
import surety.language.verification.Verification;
import surety.solver.evaluation.RuntimeEstimate.Computed;
import surety.solver.evaluation.RuntimeEstimate.Unavailable;

/** Feeds the network of a property or query with one input. It may take seconds. */
final class TrialRun {
  private static final int MOST_SHOWN = 100;

  private final Verification verification;
  private final Obligation obligation;
  private final NamedInputs inputs;

  TrialRun(Verification verification) {
    this.verification = verification;
    this.obligation = verification.obligation();
    this.inputs = new NamedInputs(obligation.inputs(), obligation.statement().law());
  }

  /**
   * What comes out.
   *
   * @param input as somebody writes it; null for one that shows something
   */
  RunOutcome of(List<String> input) {
    try {
      List<Networks.Model> models = new Networks(Stop.NEVER).models(obligation.networks());
      List<Network> networks = models.stream().map(Networks.Model::network).toList();
      StartingPoint point =
          input == null ? start(networks) : new StartingPoint(inputs.read(input), "");
      return outcome(
          point,
          Trial.of(
              networks,
              models.stream().map(Networks.Model::content).toList(),
              inputs,
              obligation.outputs(),
              point.values(),
              List.of(obligation),
              List.of()));
    } catch (InputException e) {
      return RunOutcome.refused(e.getMessage());
    } catch (OtherNetworkException e) {
      return RunOutcome.refused(
          "the network file " + e.getMessage() + "; wait a moment and try again");
    } catch (UnusableNetworkException e) {
      return RunOutcome.refused("the network file " + e.getMessage());
    }
  }

  /** The witness of what holds, which was checked already; else what is found in a moment. */
  private StartingPoint start(List<Network> networks) {
    return verification
        .established()
        .flatMap(Evidence::witness)
        .map(
            witness ->
                new StartingPoint(
                    witness.inputs(), "the witness of " + obligation.name() + "'s event"))
        .orElseGet(() -> StartingPoint.of(obligation, networks));
  }

  private RunOutcome outcome(StartingPoint point, Trial trial) {
    Optional<String> event = trial.answers().stream().map(EventAnswer::sentence).findFirst();
    return new RunOutcome(
        "Try an input: " + obligation.name(),
        details(point, trial, event),
        values(trial.inputValues()),
        values(trial.outputValues()),
        event.orElse(null),
        null);
  }

  private static List<RunValue> values(List<NamedValue> values) {
    return values.stream()
        .map(v -> new RunValue(v.name(), v.exact(), v.estimate().orElse(null)))
        .toList();
  }

  private String details(StartingPoint point, Trial trial, Optional<String> event) {
    StringBuilder text = new StringBuilder();
    event.ifPresent(words -> text.append("**").append(Markdown.escaped(words)).append("**\n\n"));
    if (!point.words().isEmpty()) {
      text.append("Tried is ").append(Markdown.escaped(point.words())).append(".\n\n");
    }
    String format =
        trial.estimate() instanceof Computed computed
            ? computed.format().name().toLowerCase(Locale.ROOT)
            : "";
    table(text, "input", format, trial.inputValues());
    table(text, "output", format, trial.outputValues());
    text.append(
        trial.evaluation().isExact()
            ? "Over the reals the values are exact"
            : "Over the reals the values lie within these intervals");
    text.append(
        format.isEmpty()
            ? ".\n"
            : "; "
                + format
                + " is as ONNX Runtime rounds here, an estimate that decides nothing.\n");
    for (String note : notes(trial)) {
      text.append("\n- ").append(Markdown.escaped(note));
    }
    return text.toString();
  }

  private List<String> notes(Trial trial) {
    List<String> notes = new ArrayList<>(inputs.notes(trial.evaluation().inputs()));
    if (trial.estimate() instanceof Unavailable unavailable) {
      notes.add("no estimate of the deployed network: " + unavailable.reason());
    }
    return notes;
  }

  private static void table(
      StringBuilder text, String kind, String format, List<NamedValue> values) {
    boolean hasFormat = !format.isEmpty();
    text.append("| ").append(kind).append(" | over the reals |");
    text.append(hasFormat ? " " + format + " (estimate) |\n" : "\n");
    text.append(hasFormat ? "|---|---|---|\n" : "|---|---|\n");
    for (NamedValue value : values.subList(0, Math.min(MOST_SHOWN, values.size()))) {
      text.append("| ").append(Markdown.escaped(value.name()));
      text.append(" | ").append(Markdown.code(value.exact())).append(" |");
      text.append(
          hasFormat
              ? " " + value.estimate().map(Markdown::code).orElse("the same") + " |\n"
              : "\n");
    }
    if (values.size() > MOST_SHOWN) {
      text.append("\n").append(values.size() - MOST_SHOWN).append(" more are left out.\n");
    }
    text.append('\n');
  }
}
