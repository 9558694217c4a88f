package surety.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.stop.StoppedException;
import surety.language.Obligation;
import surety.language.display.Decimals;
import surety.language.evaluation.EventText;
import surety.language.verification.Ending;
import surety.language.verification.Networks;
import surety.language.verification.UnusableNetworkException;
import surety.solver.Deviations;
import surety.solver.Result;
import surety.solver.witness.NearThreshold;

/** The second opinions on one result, and what else is to be noted of it. */
final class ResultExamination implements RunningSearch.SecondOpinion {
  private static final int LONGEST_LIST = 6;

  private final Obligation obligation;
  private final CrossCheck crossCheck;
  private final List<String> notes = new ArrayList<>();

  ResultExamination(Obligation obligation, CrossCheck crossCheck) {
    this.obligation = obligation;
    this.crossCheck = crossCheck;
  }

  @Override
  public Optional<Ending> objection(Result result, List<Network> networks) {
    try {
      crossCheck.check(obligation.name(), result, networks);
    } catch (Failure e) {
      return Optional.of(
          e.status() == ExitStatus.INTERNAL_ERROR
              ? new Ending.Fault(e)
              : new Ending.Failed(e.getMessage(), Optional.of(e)));
    }
    lookAt(networks);
    return Optional.empty();
  }

  /** The same notes where nothing was searched. */
  void lookAt(Networks networks) {
    try {
      lookAt(networks.of(obligation));
    } catch (UnusableNetworkException | StoppedException e) {
      // The bounds stand without notes; that a network has just gone the next run will say.
    }
  }

  private void lookAt(List<Network> networks) {
    if (obligation.statement().semantics().isReal()) {
      NearThreshold.find(obligation.statement(), networks).map(this::note).ifPresent(notes::add);
    } else { // what is near a threshold is on both sides of it
      notes.add(deviation(Deviations.largest(obligation.statement(), networks)));
    }
  }

  /** What else there is to know of the result, each in a sentence. */
  List<String> notes() {
    return notes;
  }

  private String deviation(double largest) {
    String format = obligation.statement().semantics().format().orElseThrow().word();
    return Double.isInfinite(largest)
        ? "computed in %s something may overflow, so nothing is known".formatted(format)
        : "what is compared or averaged is, computed in %s, at most %s away from that over the reals"
            .formatted(format, Decimals.text(upward(largest)));
  }

  private static BigDecimal upward(double x) {
    return new BigDecimal(x).round(new MathContext(3, RoundingMode.CEILING));
  }

  /** What the author of 0.1 did not mean, when the network has the float next to it. */
  private String note(NearThreshold near) {
    String inputs =
        near.inputs().size() > LONGEST_LIST
            ? ""
            : " such as (%s)"
                .formatted(
                    near.inputs().stream().map(Decimals::exact).collect(Collectors.joining(", ")));
    return "at inputs%s %s is %s: the threshold %s but for rounding, so over the reals it lies on one side, and the deployed network may see it on the other"
        .formatted(inputs, form(near), near.value(), Decimals.exact(near.threshold()));
  }

  /** What is compared with the threshold, if that is one form. */
  private String form(NearThreshold near) {
    Claim claim = obligation.statement().claim();
    List<AffineForm> forms =
        claim instanceof BandClaim band
            ? compared(band, near.threshold())
            : claim.events().stream()
                .flatMap(event -> event.atoms().stream())
                .filter(atom -> atom.threshold().equals(near.threshold()))
                .map(Atom::form)
                .distinct()
                .toList();
    return forms.size() == 1
        ? EventText.of(forms.get(0), obligation.outputs(), obligation.inputs())
        : "what is compared";
  }

  private static List<AffineForm> compared(BandClaim band, Rational threshold) {
    List<AffineForm> forms = new ArrayList<>();
    for (int i = 0; i < band.forms().size(); i++) {
      if (band.thresholds().get(i) instanceof ListedThresholds listed
          && listed.values().contains(threshold)) {
        forms.add(band.forms().get(i));
      }
    }
    return forms;
  }
}
