package surety.language.ide.creation;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import surety.language.ide.protocol.CreationRequests;
import surety.language.ide.protocol.InputChoice;
import surety.language.ide.protocol.NetworkParams;
import surety.language.ide.protocol.NetworkSummary;
import surety.language.ide.protocol.NewSpecification;
import surety.language.ide.protocol.NewSpecificationParams;
import surety.language.template.Choice;
import surety.language.template.Draft;
import surety.language.template.NetworkProposal;
import surety.language.template.SpecificationTemplate;

/**
 * Answers in a thread of its own, for a network file may be large. What cannot be answered is
 * refused with one message for people.
 */
public final class CreationService implements CreationRequests, AutoCloseable {
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "surety-creation");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public CompletableFuture<NetworkSummary> network(NetworkParams params) {
    return answer(() -> summary(path(params == null ? null : params.uri(), "network file")));
  }

  @Override
  public CompletableFuture<NewSpecification> newSpecification(NewSpecificationParams params) {
    return answer(() -> specification(params));
  }

  private <T> CompletableFuture<T> answer(Supplier<T> answer) {
    return CompletableFuture.supplyAsync(answer, worker);
  }

  private static NetworkSummary summary(Path file) {
    try {
      NetworkProposal proposal = NetworkProposal.read(file);
      return new NetworkSummary(
          proposal.name(), proposal.inputs(), proposal.outputs(), proposal.description());
    } catch (IOException e) {
      throw refused(e.getMessage());
    }
  }

  private static NewSpecification specification(NewSpecificationParams params) {
    if (params == null) {
      throw refused("nothing was chosen for the new specification");
    }
    Draft draft =
        new SpecificationTemplate(
                path(params.uri(), "specification"),
                path(params.networkUri(), "network file"),
                orEmpty(params.networkName()),
                choices(params.inputs()),
                names(params.outputs()),
                orEmpty(params.propertyName()),
                orEmpty(params.propertyTitle()),
                orEmpty(params.property()))
            .draft();
    return new NewSpecification(draft.text(), draft.problems());
  }

  private static List<Choice> choices(List<InputChoice> inputs) {
    List<Choice> choices = new ArrayList<>();
    for (InputChoice input : Optional.ofNullable(inputs).orElse(List.of())) {
      choices.add(
          input == null
              ? new Choice("", "")
              : new Choice(orEmpty(input.name()), orEmpty(input.distribution())));
    }
    return choices;
  }

  private static List<String> names(List<String> names) {
    List<String> given = Optional.ofNullable(names).orElse(List.of());
    return given.stream().map(CreationService::orEmpty).toList();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }

  /** The file of an address. */
  private static Path path(String uri, String what) {
    if (uri == null || uri.isEmpty()) {
      throw refused("no " + what + " was chosen");
    }
    try {
      URI address = new URI(uri);
      if (!"file".equals(address.getScheme())) {
        throw refused(
            "the " + what + " '" + uri + "' is not in a folder of this computer; save it there");
      }
      return Path.of(address);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw refused(
          "the " + what + " '" + uri + "' has no address of a file, such as file:///tmp/net.onnx");
    }
  }

  private static ResponseErrorException refused(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
