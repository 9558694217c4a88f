package surety.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainJarsTest {
  @TempDir private Path folder;

  @Test
  void takesOnlyTheSignaturesAway() throws IOException {
    Path jar =
        jar(
            "signed.jar",
            "META-INF/MANIFEST.MF",
            "META-INF/ECLIPSE_.SF",
            "META-INF/eclipse_.rsa",
            "META-INF/X.EC",
            "META-INF/services/a.SF",
            "a/B.class",
            "a/B.SF");
    PlainJars.rewrite(folder);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertEquals(
          List.of("META-INF/MANIFEST.MF", "META-INF/services/a.SF", "a/B.class", "a/B.SF"),
          zip.stream().map(ZipEntry::getName).toList());
      byte[] content = zip.getInputStream(zip.getEntry("a/B.class")).readAllBytes();
      assertEquals("content of a/B.class", new String(content, StandardCharsets.UTF_8));
    }
  }

  @Test
  void takesDebuggingSymbolsAway() throws IOException {
    Path jar =
        jar(
            "native.jar",
            "a/osx/libx.dylib",
            "a/osx/libx.dylib.dSYM/",
            "a/osx/libx.dylib.dSYM/Contents/Resources/DWARF/libx.dylib",
            "a/windows/x.dll",
            "a/windows/x.pdb",
            "a/windows/x.pdb.txt",
            "a/linux/libx.so");
    PlainJars.rewrite(folder);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertEquals(
          List.of("a/osx/libx.dylib", "a/windows/x.dll", "a/windows/x.pdb.txt", "a/linux/libx.so"),
          zip.stream().map(ZipEntry::getName).toList());
    }
  }

  /** A release that is built elsewhere is to be the same, byte for byte. */
  @Test
  void whatIsWrittenDoesNotDependOnTheTimeZone() throws IOException {
    TimeZone here = TimeZone.getDefault();
    try {
      Path jar = folder.resolve("signed.jar");
      List<byte[]> written = new ArrayList<>();
      for (String zone : List.of("UTC", "Asia/Tokyo")) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
          out.putNextEntry(
              new ZipEntry("a/B.class")
                  .setLastModifiedTime(FileTime.fromMillis(1_700_000_000_000L)));
          out.putNextEntry(new ZipEntry("META-INF/ECLIPSE_.SF"));
        }
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        PlainJars.rewrite(folder);
        written.add(Files.readAllBytes(jar));
      }
      assertArrayEquals(written.get(0), written.get(1));
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Test
  void leavesEverythingElseAlone() throws IOException {
    byte[] plain = Files.readAllBytes(jar("plain.jar", "META-INF/MANIFEST.MF", "a/B.class"));
    Files.writeString(folder.resolve("notes.txt"), "no jar");
    PlainJars.rewrite(folder);
    assertArrayEquals(plain, Files.readAllBytes(folder.resolve("plain.jar")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aBrokenJarIsAnError() throws IOException {
    Files.writeString(folder.resolve("broken.jar"), "no zip");
    assertThrows(ZipException.class, () -> PlainJars.rewrite(folder));
  }

  private Path jar(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(("content of " + entry).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
