package surety.certificates.writing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import surety.certificates.recurrence.LoopProof;
import surety.certificates.replay.Header;
import surety.certificates.replay.RegionHeader;
import surety.certificates.replay.Replay;
import surety.certificates.replay.Sha256;
import surety.certificates.replay.SupportHeader;

/** Writes certificates. */
public final class CertificateWriter {
  private CertificateWriter() {}

  /**
   * Writes a certificate: the header, the tree's bytes, the end marker, and the SHA-256 of all of
   * that.
   */
  public static void write(Header header, InputStream tree, OutputStream out) throws IOException {
    write(header.text(), tree, out);
  }

  /** Writes a region certificate, in the same way. */
  public static void write(RegionHeader header, InputStream tree, OutputStream out)
      throws IOException {
    write(header.text(), tree, out);
  }

  /** Writes a support certificate, in the same way. */
  public static void write(SupportHeader header, InputStream trees, OutputStream out)
      throws IOException {
    write(header.text(), trees, out);
  }

  /** Writes a certificate of a loop, in the same way. */
  public static void write(Header header, LoopProof proof, OutputStream out) throws IOException {
    byte[] line = (proof.canonical() + "\n").getBytes(StandardCharsets.US_ASCII);
    write(header.text(), new ByteArrayInputStream(line), out);
  }

  private static void write(String header, InputStream tree, OutputStream out) throws IOException {
    MessageDigest digest = Sha256.create();
    DigestOutputStream digested = new DigestOutputStream(out, digest);
    digested.write(header.getBytes(StandardCharsets.US_ASCII));
    tree.transferTo(digested);
    digested.write(Replay.END.getBytes(StandardCharsets.US_ASCII));
    String line = Replay.DIGEST + Sha256.hex(digest.digest()) + "\n";
    out.write(line.getBytes(StandardCharsets.US_ASCII));
  }
}
