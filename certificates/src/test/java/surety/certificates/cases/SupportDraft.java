package surety.certificates.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Certificates;
import surety.certificates.replay.SupportHeader;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.support.SupportProblem;
import surety.certificates.support.SupportRule;
import surety.certificates.support.SupportTree;
import surety.certificates.support.SupportTrees;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

/**
 * A support certificate in the making. It claims a little more than what is computed.
 *
 * @param least what has less mass is left out
 * @param confines whether pairs of half-spaces are combined
 * @param change what is done to the nodes
 */
record SupportDraft(
    SupportStatement statement,
    CaseNetworks network,
    double least,
    boolean confines,
    UnaryOperator<List<SupportRule>> change) {
  private static final double ROOM = 1e-9;

  static SupportDraft of(CaseNetworks network, double least, boolean confines, String body) {
    return new SupportDraft(statement(network, body), network, least, confines, rules -> rules);
  }

  private static SupportStatement statement(CaseNetworks network, String body) {
    String digest = NetworkFolder.content(network).digest(Stop.NEVER);
    String text = "surety support 1\nsemantics real\nnetwork sha256 " + digest + "\n" + body + "\n";
    try {
      return SupportStatement.parse(text);
    } catch (StatementException e) {
      throw new AssertionError(text, e);
    }
  }

  SupportDraft changing(UnaryOperator<List<SupportRule>> other) {
    return new SupportDraft(statement, network, least, confines, other);
  }

  private static SupportRule generously(SupportRule rule) {
    if (rule instanceof SupportRule.Pattern pattern) {
      double lower = Math.max(0, pattern.mass().lower() * 0.875 - ROOM);
      double upper = Math.min(1, pattern.mass().upper() * 1.125 + ROOM);
      return new SupportRule.Pattern(Interval.of(lower, upper));
    }
    return rule;
  }

  byte[] certificate() {
    try {
      SupportProblem problem =
          SupportProblem.of(
              statement.law(), NetworkFolder.content(network).network(Stop.NEVER), Stop.NEVER);
      List<SupportRule> rules = SupportTrees.of(problem, least, confines);
      byte[] right = SupportTrees.bytes(rules);
      SupportTree.Outcome outcome =
          SupportTree.walk(problem, new ByteArrayInputStream(right), pattern -> {});
      List<SupportRule> generous = new ArrayList<>();
      rules.forEach(rule -> generous.add(generously(rule)));
      double missing = Math.min(1, outcome.missing() * 1.125 + ROOM);
      return written(missing, outcome.patterns(), change.apply(generous));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  /** With a tree written by hand. */
  byte[] written(double missing, long patterns, List<SupportRule> rules) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CertificateWriter.write(
          SupportHeader.of(statement, missing, patterns),
          new ByteArrayInputStream(SupportTrees.bytes(rules)),
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

  Case invalid(String name, String about) {
    return as("invalid/" + name, certificate(), "INVALID", about);
  }

  /** Whose tree is a hand-written one. */
  Case invalid(String name, double missing, long patterns, List<SupportRule> rules, String about) {
    return as("invalid/" + name, written(missing, patterns, rules), "INVALID", about);
  }

  Case incomplete(String name, String about) {
    return as("invalid/" + name, certificate(), "INCOMPLETE", about);
  }

  Case changed(String name, String from, String to, String about) {
    return as("invalid/" + name, Certificates.tampered(certificate(), from, to), "INVALID", about);
  }
}
