package surety.eclipse.workbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A screen in memory, with a window manager if there is one. */
final class Screen implements AutoCloseable {

  private static final int DEADLINE_SECONDS = 20;

  private final Process server;
  private final String display;

  private Screen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /** Starts it under a number that is free. */
  static Screen start(int width, int height, Path log)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    String size = width + "x" + height + "x24";
    List<String> command =
        List.of("Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset");
    Process server = new ProcessBuilder(command).redirectError(log.toFile()).start();
    try {
      String number =
          CompletableFuture.supplyAsync(() -> firstLine(server))
              .get(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (number == null) {
        throw new IOException("Xvfb did not start, see " + log);
      }
      return new Screen(server, ":" + number);
    } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
      server.destroyForcibly();
      throw e;
    }
  }

  /** What programs call it. */
  String display() {
    return display;
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String firstLine(Process process) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return lines.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
