package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Inquiry;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.moment.MomentMethod;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;
import surety.solver.estimate.EstimateException;
import surety.solver.estimate.MomentMatching;
import surety.solver.layers.LayersException;

/**
 * Means and covariances of outputs of one network, for whoever only has a moment: those that the
 * kernel bounds without a tree, and estimates by matched moments.
 *
 * @param bounds what the kernel proves; empty where it does not work without a tree, or inputs are
 *     not normal
 * @param estimate matched moments; empty where there are none
 */
public record QuickMoments(Optional<JointMoments> bounds, Optional<MomentMatching> estimate) {
  private static final String NO_DIGEST = "0".repeat(64); // the kernel sees the network itself

  /**
   * Of some forms.
   *
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static QuickMoments of(Network network, Law law, List<AffineForm> forms, Stop stop) {
    Optional<MomentMatching> estimate = matched(network, law, forms, stop);
    List<Rational> centres = new ArrayList<>();
    for (int k = 0; k < forms.size(); k++) {
      double mean = estimate.isPresent() ? estimate.get().mean(k) : 0;
      centres.add(Double.isFinite(mean) ? Rational.ofDouble(mean) : Rational.ZERO);
    }
    MomentsClaim claim = new MomentsClaim(forms);
    NetworkReference reference = new NetworkReference(NO_DIGEST, network.outputs());
    Statement statement = new Statement(List.of(reference), law, claim);
    return new QuickMoments(proved(statement, claim, network, centres, stop), estimate);
  }

  private static Optional<MomentMatching> matched(
      Network network, Law law, List<AffineForm> forms, Stop stop) {
    try {
      return Optional.of(MomentMatching.of(network, law, forms, stop));
    } catch (EstimateException | LayersException e) {
      return Optional.empty();
    }
  }

  private static Optional<JointMoments> proved(
      Statement statement, MomentsClaim claim, Network network, List<Rational> centres, Stop stop) {
    if (!WithoutTree.isNormal(statement.law())) {
      return Optional.empty(); // of bounded inputs too little is known to be looked at
    }
    List<Truncation> truncations =
        statement.law().branches().stream()
            .flatMap(branch -> Domain.of(branch).truncations().stream())
            .toList();
    try {
      Problem problem = Problem.of(statement, List.of(network), truncations, stop);
      Inquiry inquiry = Inquiry.of(problem, centres);
      List<Enclosure> bounds = inquiry.bounds(List.of(MomentMethod.BEST_ON_AVERAGE.of(problem)));
      return Optional.of(new JointMoments(claim, bounds));
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }
}
