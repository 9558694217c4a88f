package surety.certificates.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;
import surety.certificates.writing.ProofWriter;

/**
 * Makes a certificate of as many leaves as are wanted, of a seeded random tree that no search has
 * made, straight to the disk; beside it are its statement and its network, for the kernel's own
 * command line. Its bounds are minus and plus infinity, or what is claimed of it.
 */
final class LargeCertificate {
  /** What the leaves are. */
  enum Kind {
    /** Simplices, of a density that is a polynomial of degree 3. */
    SIMPLICES,
    /** Boxes on some of which the network is condensed. */
    BOXES,
    /** Simplices, of a normal density in polynomials of degree 8 on 64 boxes. */
    DENSE
  }

  /** How often a box is cut in half before it becomes simplices. */
  private static final int HALVINGS = 6;

  /** How often the network is condensed on a larger box. */
  private static final int CONDENSED = 50;

  private final SplittableRandom random;
  private final ProofWriter writer;

  private LargeCertificate(long seed, ProofWriter writer) {
    this.random = new SplittableRandom(seed);
    this.writer = writer;
  }

  /** The files of one certificate. */
  record Written(Path statement, Path network, Path certificate) {
    static Written in(Path folder, Kind kind) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      return new Written(
          folder.resolve(name + ".statement"),
          folder.resolve(name + ".onnx"),
          folder.resolve(name + ".cert"));
    }
  }

  /** Writes the files. */
  static Written write(Path folder, Kind kind, long leaves, long seed, Enclosure claimed)
      throws IOException {
    Written written = Written.in(folder, kind);
    Statement statement = kind == Kind.DENSE ? Certificates.query() : polynomial();
    Files.write(written.statement, statement.canonical().getBytes(StandardCharsets.US_ASCII));
    Files.write(written.network, Certificates.NETWORK);
    Path tree = Files.createTempFile(folder, "tree", "");
    try (ProofWriter writer =
        new ProofWriter(new BufferedOutputStream(Files.newOutputStream(tree), 1 << 16))) {
      LargeCertificate made = new LargeCertificate(seed, writer);
      switch (kind) {
        case SIMPLICES -> made.simplices(leaves, new int[] {1, 2});
        case BOXES -> made.boxes(leaves, Integer.MAX_VALUE, new int[0]);
        case DENSE -> made.boxes(leaves, HALVINGS, new int[] {0, 8});
      }
    }
    Header header = new Header(statement, Certificates.truncations(), List.of(), List.of(claimed));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tree));
        OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(written.certificate), 1 << 16)) {
      CertificateWriter.write(header, in, out);
    }
    Files.delete(tree);
    return written;
  }

  private static Statement polynomial() {
    String text = Certificates.query().canonical();
    return parsed(
        text.replace("uniform(0, 1)", "triangular(0, 0, 1)").replace("normal(0, 1)", "beta(2, 2)"));
  }

  private static Statement parsed(String text) {
    try {
      return Statement.parse(text);
    } catch (StatementException e) {
      throw new AssertionError(e);
    }
  }

  /** A cell that is to come to so many leaves, cut so often so far. */
  private record Part(long leaves, int depth) {}

  private void simplices(long leaves, int[] degrees) throws IOException {
    writer.triangulate(degrees);
    long first = Math.max(1, leaves / 2);
    cutEdges(first);
    cutEdges(Math.max(1, leaves - first));
  }

  private void cutEdges(long leaves) throws IOException {
    Deque<Part> open = new ArrayDeque<>();
    open.push(new Part(leaves, 0));
    while (!open.isEmpty()) {
      Part part = open.pop();
      if (part.leaves == 1) {
        writer.simplexLeaf(random.nextInt(2));
      } else {
        int j = random.nextInt(1, 3);
        writer.edgeSplit(random.nextInt(j), j, 0.25 + 0.5 * random.nextDouble());
        push(part, open);
      }
    }
  }

  /** Boxes in halves, one coordinate after the other; those that are cut as often as said. */
  private void boxes(long leaves, int cuts, int[] degrees) throws IOException {
    Deque<Part> open = new ArrayDeque<>();
    open.push(new Part(leaves, 0));
    while (!open.isEmpty()) {
      Part part = open.pop();
      if (part.depth == cuts && part.leaves > 1) {
        simplices(part.leaves, degrees);
      } else if (part.leaves == 1) {
        writer.boxLeaf();
      } else {
        if (cuts == Integer.MAX_VALUE && part.leaves > 100 && random.nextInt(CONDENSED) == 0) {
          writer.condensing();
        }
        writer.halving(part.depth % 2, Double.NaN);
        push(part, open);
      }
    }
  }

  private void push(Part part, Deque<Part> open) {
    long second = Math.max(1, part.leaves * random.nextInt(1, 8) / 8);
    open.push(new Part(second, part.depth + 1));
    open.push(new Part(part.leaves - second, part.depth + 1));
  }

  /** {@code FOLDER LEAVES SEED}: one of each kind, for measurements. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Kind kind : Kind.values()) {
      Written written =
          write(
              folder,
              kind,
              Long.parseLong(arguments[1]),
              Long.parseLong(arguments[2]),
              Enclosure.WHOLE);
      System.out.println(written.certificate + ": " + Files.size(written.certificate) + " bytes");
    }
  }
}
