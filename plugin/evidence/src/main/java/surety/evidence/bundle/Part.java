package surety.evidence.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import surety.certificates.replay.Sha256;
import surety.evidence.Changed;
import surety.evidence.EvidenceException;
import surety.evidence.Proof;
import surety.evidence.ReproducibleZip;
import surety.language.storage.FileReasons;

/** A file of an archive. */
sealed interface Part {
  /** Its SHA-256, in hexadecimal. */
  String digest();

  /** Adds it under a name. */
  void addTo(ReproducibleZip zip, String name) throws IOException;

  /** One that is in memory. */
  final class InMemory implements Part {
    private final byte[] content;

    InMemory(byte[] content) {
      this.content = content;
    }

    @Override
    public String digest() {
      return Sha256.of(content);
    }

    @Override
    public void addTo(ReproducibleZip zip, String name) throws IOException {
      zip.add(name, content);
    }
  }

  /**
   * A certificate, which may be larger than the memory.
   *
   * @param sum its CRC-32
   */
  record OnDisk(Path file, String digest, long length, long sum) implements Part {
    private static final int BUFFER = 1 << 16;

    /**
     * The certificate that was replayed.
     *
     * @throws EvidenceException if it is another one now
     */
    static OnDisk of(Proof proof) throws EvidenceException {
      Path file = proof.certificate();
      MessageDigest digest = Sha256.create();
      CRC32 sum = new CRC32();
      long length = 0;
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
          sum.update(buffer, 0, read);
          length += read;
        }
      } catch (IOException e) {
        throw EvidenceException.badInput("%s: %s", file, FileReasons.of(e));
      }
      if (!Sha256.hex(digest.digest()).equals(proof.digest())) {
        throw Changed.during(file);
      }
      return new OnDisk(file, proof.digest(), length, sum.getValue());
    }

    @Override
    public void addTo(ReproducibleZip zip, String name) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        zip.add(name, length, sum, in);
      } catch (ZipException e) {
        throw new IOException(Changed.words(file), e);
      }
    }
  }
}
