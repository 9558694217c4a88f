package surety.certificates.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import surety.certificates.cell.Problem;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.TreeBounds;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

/**
 * Writes a certificate anew: the statement, cut-offs, numbers and tree that it has, with the bounds
 * that the kernel finds. Only for a version of the format that was never released: certificates of
 * all others stay as they are.
 */
final class ArchiveMaker {
  private ArchiveMaker() {}

  /** Takes the statement, the network and the certificate, which is written over. */
  public static void main(String[] files)
      throws IOException, StatementException, RejectedException {
    Statement statement = Statement.parse(Files.readString(Path.of(files[0])));
    byte[] network = Files.readAllBytes(Path.of(files[1]));
    Path certificate = Path.of(files[2]);
    InputStream in =
        new BufferedInputStream(new ByteArrayInputStream(Files.readAllBytes(certificate)));
    Header old = Header.read(in);
    byte[] tree = tree(in.readAllBytes());
    Problem problem =
        Problem.of(statement, List.of(OnnxReader.read(network)), old.truncations(), Stop.NEVER);
    TreeBounds.Outcome outcome =
        TreeBounds.compute(problem, old.numbers(), new ByteArrayInputStream(tree), 2);
    Header header = new Header(statement, old.truncations(), old.numbers(), outcome.bounds());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CertificateWriter.write(header, new ByteArrayInputStream(tree), out);
    Files.write(certificate, out.toByteArray());
  }

  private static byte[] tree(byte[] rest) {
    String text = new String(rest, StandardCharsets.ISO_8859_1);
    String end = Replay.END + Replay.DIGEST;
    return Arrays.copyOf(rest, text.lastIndexOf(end));
  }
}
