package surety.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import surety.language.ide.server.Session;
import surety.solver.Checker;

/**
 * Does once what users wait for most often: a check with its report, and the beginning of a session
 * with an editor. The launcher runs this after it has built, and lets Java keep the classes that
 * were loaded.
 */
final class Rehearsal {
  private static final String LAST = "\"id\":2";
  private static final int LONGEST_SECONDS = 30;

  private Rehearsal() {}

  /** Checks the specification that is the only argument, and opens it as an editor would. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Terminal terminal = Terminal.ofProcess(System.getProperties(), System.getenv());
    Context context = new Context(terminal, new Interruption(), Checker::check);
    check(context, arguments[0]);
    terminal.flush();
    CountDownLatch answered = new CountDownLatch(1);
    InputStream messages = new ByteArrayInputStream(session(Path.of(arguments[0])));
    Session.serve(new SequenceInputStream(messages, end(answered)), answers(answered));
    System.exit(ExitStatus.OK.code());
  }

  /** First by a search, then by the replay of what that found, with a report. */
  private static void check(Context context, String specification) throws IOException {
    Path certificates = Files.createTempDirectory("surety");
    Path report = Files.createTempDirectory("surety");
    for (int k = 0; k < 2; k++) {
      Surety.commandLine(context)
          .execute(
              "check",
              "--certificates",
              certificates.toString(),
              "--timeout",
              "5s",
              "--report",
              report.toString(),
              specification);
    }
    delete(certificates);
    delete(report);
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Nothing more, but not before the last request is answered. */
  private static InputStream end(CountDownLatch answered) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        try {
          answered.await(LONGEST_SECONDS, TimeUnit.SECONDS);
          return -1;
        } catch (InterruptedException e) {
          throw new InterruptedIOException();
        }
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return read();
      }
    };
  }

  private static OutputStream answers(CountDownLatch answered) {
    return new OutputStream() {
      @Override
      public void write(int one) {}

      @Override
      public void write(byte[] bytes, int offset, int length) {
        if (new String(bytes, offset, length, StandardCharsets.UTF_8).contains(LAST)) {
          answered.countDown();
        }
      }
    };
  }

  private static byte[] session(Path file) throws IOException {
    String document = "{\"uri\":\"" + file.toUri() + "\"";
    String text = Files.readString(file).replace("\\", "\\\\").replace("\"", "\\\"");
    String messages =
        message("\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}")
            + message("\"method\":\"initialized\",\"params\":{}")
            + message(
                "\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":"
                    + document
                    + ",\"languageId\":\"sure\",\"version\":1,\"text\":\""
                    + text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")
                    + "\"}}")
            + message(
                LAST
                    + ",\"method\":\"textDocument/completion\",\"params\":{\"textDocument\":"
                    + document
                    + "},\"position\":{\"line\":0,\"character\":0}}");
    return messages.getBytes(StandardCharsets.UTF_8);
  }

  private static String message(String members) {
    String body = "{\"jsonrpc\":\"2.0\"," + members + "}";
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "Content-Length: " + length + "\r\n\r\n" + body;
  }
}
