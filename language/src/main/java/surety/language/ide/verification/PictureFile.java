package surety.language.ide.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.services.LanguageClient;
import surety.language.ide.protocol.Band;
import surety.language.storage.FileReasons;

/** Shows pictures in editors that have no place for them: as files, in whatever opens them. */
final class PictureFile {
  private PictureFile() {}

  private static void answered(LanguageClient client, Path file, ShowDocumentResult shown) {
    if (!shown.isSuccess()) {
      client.showMessage(
          new MessageParams(
              MessageType.Warning, "nothing here opens pictures; this one is in " + file));
    }
  }

  /** Writes the picture where the system keeps what is temporary, and has it opened. */
  static void show(LanguageClient client, Band band) {
    try {
      Path file = Files.createTempFile("surety-", ".svg");
      Files.writeString(file, band.svg());
      file.toFile().deleteOnExit();
      ShowDocumentParams params = new ShowDocumentParams(file.toUri().toString());
      params.setExternal(true);
      var unused = client.showDocument(params).thenAccept(shown -> answered(client, file, shown));
    } catch (IOException e) {
      client.showMessage(
          new MessageParams(
              MessageType.Error, "the picture cannot be written: " + FileReasons.of(e)));
    }
  }
}
