package surety.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.TimeZone;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ReproducibleZipTest {
  private static final byte[] CONTENT = new byte[10_000];

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ReproducibleZip zip = new ReproducibleZip(out)) {
      zip.add("a/ü.txt", new byte[] {1, 2});
      zip.add("b", CONTENT.length, sum(), new ByteArrayInputStream(CONTENT));
    }
    return out.toByteArray();
  }

  private static long sum() {
    CRC32 sum = new CRC32();
    sum.update(CONTENT);
    return sum.getValue();
  }

  @Test
  void whatGoesInComesOut() throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip()))) {
      assertEquals("a/ü.txt", in.getNextEntry().getName());
      assertArrayEquals(new byte[] {1, 2}, in.readAllBytes());
      ZipEntry second = in.getNextEntry();
      assertEquals("b", second.getName());
      assertEquals(0, second.getExtra() == null ? 0 : second.getExtra().length);
      assertArrayEquals(CONTENT, in.readAllBytes());
    }
  }

  @Test
  void neitherTimeNorPlaceMatter() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    byte[] here = zip();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertArrayEquals(here, zip());
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void contentThatIsNotWhatWasAnnouncedIsRefused() {
    ReproducibleZip zip = new ReproducibleZip(new ByteArrayOutputStream());
    byte[] other = CONTENT.clone();
    other[17] = 1;
    assertThrows(
        ZipException.class,
        () -> zip.add("b", other.length, sum(), new ByteArrayInputStream(other)));
    assertThrows(
        ZipException.class,
        () -> zip.add("c", other.length - 1, sum(), new ByteArrayInputStream(other)));
  }
}
