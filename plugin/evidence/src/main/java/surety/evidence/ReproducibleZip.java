package surety.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file that depends on names and contents only: every entry has the same time, no owner, no
 * permissions, and is stored as it is, because compression differs from one library to the next.
 * Whoever adds entries keeps them in order.
 */
public final class ReproducibleZip implements Closeable {
  /** The first month that zip files know; its first day would be marked as a time before it. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream out;

  /** Writes to a stream, which is closed with it. */
  public ReproducibleZip(OutputStream out) {
    this.out = new ZipOutputStream(out);
  }

  /** Adds a file. */
  public void add(String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    begin(name, content.length, sum.getValue());
    out.write(content);
    out.closeEntry();
  }

  /**
   * Adds a file of which length and check sum (CRC-32) are known.
   *
   * @throws IOException also if it has another length or sum
   */
  public void add(String name, long length, long sum, InputStream content) throws IOException {
    begin(name, length, sum);
    content.transferTo(out);
    out.closeEntry();
  }

  private void begin(String name, long length, long sum) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(TIME);
    entry.setSize(length);
    entry.setCompressedSize(length);
    entry.setCrc(sum);
    out.putNextEntry(entry);
  }

  /** Ends the archive; the stream stays open. */
  public void finish() throws IOException {
    out.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
