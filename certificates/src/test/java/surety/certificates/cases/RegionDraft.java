package surety.certificates.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Truncation;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.region.AxisPlan;
import surety.certificates.region.NaiveTree;
import surety.certificates.region.RegionProblems;
import surety.certificates.region.RegionRule;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Certificates;
import surety.certificates.replay.RegionHeader;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

/**
 * A region certificate in the making.
 *
 * @param change what is done to the nodes
 */
record RegionDraft(
    RegionStatement statement,
    CaseNetworks network,
    List<Truncation> truncations,
    List<AxisPlan> plans,
    UnaryOperator<List<RegionRule>> change) {
  private static final double ROOM = 1e-9;

  /** With the same cut-offs and plans for all coordinates. */
  static RegionDraft of(CaseNetworks network, int degree, List<Double> cuts, String body) {
    RegionStatement statement = statement(network, body);
    int n = statement.law().coordinates();
    return new RegionDraft(
        statement,
        network,
        Collections.nCopies(n, new Truncation(-8, 8)),
        Collections.nCopies(n, new AxisPlan(degree, cuts)),
        rules -> rules);
  }

  private static RegionStatement statement(CaseNetworks network, String body) {
    String digest = NetworkFolder.content(network).digest(Stop.NEVER);
    String text = "surety regions 1\nsemantics real\nnetwork sha256 " + digest + "\n" + body + "\n";
    try {
      return RegionStatement.parse(text);
    } catch (StatementException e) {
      throw new AssertionError(text, e);
    }
  }

  RegionDraft changing(UnaryOperator<List<RegionRule>> other) {
    return new RegionDraft(statement, network, truncations, plans, other);
  }

  private List<RegionRule> rules() {
    List<RegionRule> rules = new ArrayList<>();
    try {
      RegionProblems problems =
          new RegionProblems(
              statement,
              NetworkFolder.content(network).network(Stop.NEVER),
              truncations,
              plans,
              Stop.NEVER);
      for (int b = 0; b < problems.branches(); b++) {
        double most = problems.branch(b).mass().upper();
        NaiveTree.of(problems.branch(b)).forEach(rule -> rules.add(generously(rule, most)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
    return rules;
  }

  private static RegionRule generously(RegionRule rule, double most) {
    if (rule instanceof RegionRule.Leaf leaf) {
      double width = leaf.probability().width() / 8 + ROOM;
      double lower = Math.max(0, leaf.probability().lower() - width);
      double upper = Math.min(most, leaf.probability().upper() + width);
      return new RegionRule.Leaf(leaf.point(), Interval.of(lower, upper));
    }
    return rule;
  }

  byte[] certificate() {
    List<RegionRule> rules = rules();
    long regions = rules.stream().filter(RegionRule.Leaf.class::isInstance).count();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CertificateWriter.write(
          RegionHeader.of(statement, truncations, plans, regions),
          new ByteArrayInputStream(NaiveTree.bytes(change.apply(new ArrayList<>(rules)))),
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private Case as(String name, byte[] certificate, String verdict, String about) {
    return Case.of(name, statement.canonical(), List.of(network), certificate, verdict, about);
  }

  Case valid(String name, String about) {
    return as("valid/" + name, certificate(), "VALID", about);
  }

  Case robust(String name, String about) {
    return as("robust/" + name, certificate(), "VALID", about);
  }

  Case invalid(String name, String about) {
    return as("invalid/" + name, certificate(), "INVALID", about);
  }

  Case incomplete(String name, String about) {
    return as("invalid/" + name, certificate(), "INCOMPLETE", about);
  }

  Case changed(String name, String from, String to, String about) {
    return as("invalid/" + name, Certificates.tampered(certificate(), from, to), "INVALID", about);
  }
}
