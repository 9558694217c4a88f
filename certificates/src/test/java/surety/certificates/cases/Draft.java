package surety.certificates.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Certificates;
import surety.certificates.replay.Header;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

/**
 * A certificate in the making. The tree is a box leaf for each branch unless there is another one;
 * the bounds are the kernel's, with an eighth of their width and a billionth of their size on
 * either side, so that they follow in another checker's arithmetic as well.
 *
 * @param networks in the statement's order
 * @param claimed the bounds if they are not the kernel's
 */
record Draft(
    Statement statement,
    List<CaseNetworks> networks,
    List<Truncation> truncations,
    List<Rational> numbers,
    Function<Problem, byte[]> tree,
    Optional<List<Enclosure>> claimed) {
  private static final double SHARE = 1e-9;

  /**
   * About the functions over the reals.
   *
   * @param body the statement's lines from that with the number of inputs on
   */
  static Draft of(String body, CaseNetworks... networks) {
    return in("real", body, networks);
  }

  /** With one of the semantics. */
  static Draft in(String semantics, String body, CaseNetworks... networks) {
    Statement statement = statement(semantics, body, List.of(networks));
    return new Draft(
        statement,
        List.of(networks),
        Trees.truncations(statement.law()),
        List.of(),
        problem -> Trees.boxes(problem, 0),
        Optional.empty());
  }

  private static Statement statement(String semantics, String body, List<CaseNetworks> networks) {
    StringBuilder text = new StringBuilder("surety statement 2\nsemantics " + semantics + "\n");
    text.append("networks ").append(networks.size()).append('\n');
    for (CaseNetworks network : networks) {
      text.append("network sha256 ").append(NetworkFolder.content(network).digest(Stop.NEVER));
      text.append(" outputs ").append(function(network).outputs()).append('\n');
    }
    try {
      return Statement.parse(text + body + "\n");
    } catch (StatementException e) {
      throw new AssertionError(body, e);
    }
  }

  private static Network function(CaseNetworks network) {
    try {
      return NetworkFolder.content(network).network(Stop.NEVER);
    } catch (NetworkFormatException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each end twice: lower and upper ends of the coordinates. */
  Draft truncated(double... ends) {
    List<Truncation> others = new ArrayList<>();
    for (int q = 0; q < ends.length; q += 2) {
      others.add(new Truncation(ends[q], ends[q + 1]));
    }
    return new Draft(statement, networks, others, numbers, tree, claimed);
  }

  Draft numbers(String... texts) {
    List<Rational> others = Stream.of(texts).map(Rational::parseFraction).toList();
    return new Draft(statement, networks, truncations, others, tree, claimed);
  }

  Draft tree(Trees.Script script) {
    return grown(problem -> Trees.tree(script));
  }

  Draft grown(Function<Problem, byte[]> other) {
    return new Draft(statement, networks, truncations, numbers, other, claimed);
  }

  /** Lower and upper ends in turn. */
  Draft claiming(double... ends) {
    List<Enclosure> bounds = new ArrayList<>();
    for (int k = 0; k < ends.length; k += 2) {
      bounds.add(new Enclosure(Bound.of(ends[k]), Bound.of(ends[k + 1])));
    }
    return new Draft(statement, networks, truncations, numbers, tree, Optional.of(bounds));
  }

  private Problem problem() {
    try {
      List<Network> functions = networks.stream().map(Draft::function).toList();
      return Problem.of(statement, functions, truncations, Stop.NEVER);
    } catch (RejectedException e) {
      throw new AssertionError(statement.canonical(), e);
    }
  }

  private List<Enclosure> bounds(byte[] grown) {
    return claimed.orElseGet(
        () -> Trees.bounds(problem(), numbers, grown, 1).stream().map(Draft::generously).toList());
  }

  private static Enclosure generously(Enclosure bounds) {
    if (!bounds.isBounded()) {
      return bounds;
    }
    Dyadic lower = bounds.lower().dyadic();
    Dyadic upper = bounds.upper().dyadic();
    double size = Math.max(Math.abs(lower.doubleFloor()), Math.abs(upper.doubleCeiling()));
    Dyadic room = Dyadic.of(size * SHARE).plus(Dyadic.of(upper.minus(lower).doubleCeiling() / 8));
    return Enclosure.of(lower.minus(room).roundDown(), upper.plus(room).roundUp());
  }

  /** The certificate's bytes. */
  byte[] certificate() {
    byte[] grown = claimed.isPresent() ? treeOrNone() : tree.apply(problem());
    return certificate(grown, bounds(grown));
  }

  /** Of what is no problem there is no tree but one that asks for none. */
  private byte[] treeOrNone() {
    try {
      List<Network> functions = networks.stream().map(Draft::function).toList();
      return tree.apply(Problem.of(statement, functions, truncations, Stop.NEVER));
    } catch (RejectedException e) {
      return Trees.boxLeaf();
    }
  }

  private byte[] certificate(byte[] grown, List<Enclosure> bounds) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Header header = new Header(statement, truncations, numbers, bounds);
      CertificateWriter.write(header, new ByteArrayInputStream(grown), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private Case as(String name, byte[] certificate, String verdict, String about) {
    return Case.of(name, statement.canonical(), networks, certificate, verdict, about);
  }

  Case valid(String name, String about) {
    return as("valid/" + name, certificate(), "VALID", about);
  }

  Case robust(String name, String about) {
    return as("robust/" + name, certificate(), "VALID", about);
  }

  Case robust(String name, String verdict, String about) {
    return as("robust/" + name, certificate(), verdict, about);
  }

  /** With a verdict on what is required. */
  Case decided(String name, String verdict, String about) {
    return as("valid/" + name, certificate(), "VALID " + verdict, about);
  }

  Case invalid(String name, String about) {
    return as("invalid/" + name, certificate(), "INVALID", about);
  }

  Case incomplete(String name, String about) {
    return as("invalid/" + name, certificate(), "INCOMPLETE", about);
  }

  /** The certificate with other bytes, under the digest of those. */
  Case changed(String name, String from, String to, String about) {
    return as("invalid/" + name, Certificates.tampered(certificate(), from, to), "INVALID", about);
  }

  /** With any other bytes. */
  Case replaced(String name, Function<byte[], byte[]> change, String verdict, String about) {
    return as("invalid/" + name, change.apply(certificate()), verdict, about);
  }

  /** The certificate under another statement, which the checker is given. */
  Case given(String name, Draft other, String about) {
    return Case.of(
        "invalid/" + name,
        other.statement.canonical(),
        other.networks,
        certificate(),
        "INVALID",
        about);
  }

  /** With other networks than those that the statement names. */
  Case over(String name, List<CaseNetworks> others, String about) {
    return Case.of(
        "invalid/" + name, statement.canonical(), others, certificate(), "INVALID", about);
  }
}
