package surety.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import surety.language.ide.server.Ending;
import surety.language.ide.server.Session;
import surety.language.storage.FileReasons;

/** {@code surety language-server}: specifications in editors. */
@Command(
    name = LanguageServerCommand.NAME,
    description = {
      "Serve an editor: the language server protocol over standard input and output, or over"
          + " TCP on this computer."
    },
    footer = {
      "",
      "Exit status: 0 the editor has shut the server down; 1 it went away without;",
      "2 wrong usage, the port is taken, or what arrives is no message of the protocol."
    })
final class LanguageServerCommand implements Callable<Integer> {
  static final String NAME = "language-server";

  private static final int MOST_WAITING = 16;

  private final Context context;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Listen on this port of the loopback interface, for any number of editors, until the"
              + " process is ended. 0 chooses a free port; standard error names it.")
  private Integer port;

  LanguageServerCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure, InterruptedException {
    // Only messages may go to standard output, whatever a library prints.
    System.setOut(System.err);
    return port == null ? overStandardStreams() : overTcp();
  }

  private int overStandardStreams() throws Failure, InterruptedException {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    Ending ending = Session.serve(in, out);
    if (ending.fault().isPresent()) {
      throw new Failure(ExitStatus.USAGE, notProtocol(ending.fault().get()));
    }
    return (ending.clean() ? ExitStatus.OK : ExitStatus.INTERNAL_ERROR).code();
  }

  private int overTcp() throws Failure {
    if (port < 0 || port > 0xffff) {
      throw new Failure(ExitStatus.USAGE, port + " is not a port; choose one from 0 to 65535");
    }
    try (ServerSocket server =
        new ServerSocket(port, MOST_WAITING, InetAddress.getLoopbackAddress())) {
      say("listening on 127.0.0.1:" + server.getLocalPort());
      while (true) {
        Socket client = server.accept();
        Thread thread = new Thread(() -> serve(client), "surety-client");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      throw new Failure(ExitStatus.USAGE, "port " + port + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** A client that fails does not keep the others from their work. */
  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      Ending ending = Session.serve(client.getInputStream(), client.getOutputStream());
      ending.fault().ifPresent(fault -> say(notProtocol(fault)));
    } catch (IOException e) {
      say("a client has gone: " + FileReasons.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String notProtocol(String fault) {
    return "what arrives is not the language server protocol: " + fault;
  }

  private synchronized void say(String message) {
    context.say(message);
    context.terminal().flush();
  }
}
