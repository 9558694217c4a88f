package surety.solver;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.proof.TreeBounds;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TextRejection;
import surety.certificates.replay.Header;
import surety.certificates.statement.BandClaim;
import surety.certificates.writing.CertificateWriter;

/**
 * The kernel, as the search calls it: from a tree to bounds and a certificate.
 *
 * @param numbers those that are free in what the claim asks: of a cdf the thresholds
 * @param threads how many threads the kernel may use
 */
record KernelPass(
    Problem problem, List<Truncation> truncations, List<Rational> numbers, int threads) {
  KernelPass {
    truncations = List.copyOf(truncations);
    numbers = List.copyOf(numbers);
  }

  /** The same with other numbers. */
  KernelPass with(List<Rational> others) {
    return new KernelPass(problem, truncations, others, threads);
  }

  /** The thresholds of a cdf; none of anything else. */
  List<Rational> thresholds() {
    return problem.statement().claim() instanceof BandClaim ? numbers : List.of();
  }

  /**
   * The bounds that follow from a tree; it is our own, so the kernel accepts it.
   *
   * @param tree read as far as the kernel has come
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  TreeBounds.Outcome bounds(ByteArrayInputStream tree) {
    try {
      return boundsOfAny(tree);
    } catch (RejectedException e) {
      throw new IllegalStateException("the kernel refuses the tree that the search wrote", e);
    }
  }

  /**
   * The same of a tree of which nobody knows where it comes from.
   *
   * @throws RejectedException if the kernel does not accept it, or the numbers
   */
  TreeBounds.Outcome boundsOfAny(ByteArrayInputStream tree) throws RejectedException {
    try {
      TreeBounds.Outcome outcome = TreeBounds.compute(problem, numbers, tree, threads);
      if (tree.available() > 0) {
        throw new RejectedException(new TextRejection.GoesOn());
      }
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to read", e);
    }
  }

  /** The certificate of a tree that the kernel has not seen: its bounds say nothing. */
  byte[] certificate(byte[] tree) {
    int count = problem.statement().claim().count();
    return certificate(tree, Collections.nCopies(count, Enclosure.WHOLE));
  }

  /** The certificate of a tree and its bounds. */
  byte[] certificate(byte[] tree, List<Enclosure> bounds) {
    Header header = new Header(problem.statement(), truncations, numbers, bounds);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(tree.length + 4096);
    try {
      CertificateWriter.write(header, new ByteArrayInputStream(tree), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to write", e);
    }
    return bytes.toByteArray();
  }
}
