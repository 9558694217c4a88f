package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.language.ide.protocol.Band;

class PictureFileTest {
  private final RecordingClient client = new RecordingClient();

  @Test
  void aPictureIsAFileThatIsOpened() throws IOException {
    PictureFile.show(client, new Band("<svg>ü</svg>", "s.sure: p", "p", "proved", 3));
    Path file = Path.of(URI.create(client.shown.get(0)));
    assertEquals("<svg>ü</svg>", Files.readString(file));
    assertTrue(file.toString().endsWith(".svg"));
    assertEquals(List.of(), client.messages);
    Files.delete(file);
  }

  @Test
  void anEditorThatDoesNotOpenItSaysWhereItIs() throws IOException {
    client.opens = false;
    PictureFile.show(client, new Band("<svg/>", "s.sure: p", "p", "proved", 3));
    Path file = Path.of(URI.create(client.shown.get(0)));
    assertEquals(List.of("nothing here opens pictures; this one is in " + file), client.messages);
    Files.delete(file);
  }
}
