package surety.language.ide.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ExecuteCommandParams;
import surety.language.display.Palette;
import surety.language.ide.document.DocumentUri;
import surety.language.ide.picture.PictureText;
import surety.language.ide.picture.VerificationPicture;
import surety.language.ide.protocol.Band;
import surety.language.ide.protocol.BandParams;
import surety.language.ide.protocol.RunOutcome;
import surety.language.ide.protocol.RunParams;
import surety.language.verification.Verification;
import surety.language.verification.VerificationModel;
import surety.language.verification.VerificationSnapshot;

/**
 * Does what an editor's commands and buttons say. What names no specification, property or query
 * that is known is refused, with an answer for people.
 */
final class CommandRunner {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 440;

  private final VerificationModel model;
  private final CdfEstimates estimates = new CdfEstimates();

  CommandRunner(VerificationModel model) {
    this.model = model;
  }

  /** The commands that are offered to an editor. */
  static List<String> offered(Abilities abilities) {
    List<String> commands =
        new ArrayList<>(
            List.of(Commands.VERIFY, Commands.VERIFY_ALL, Commands.REPLAY, Commands.CANCEL));
    if (!abilities.showBand() && abilities.showDocument()) {
      commands.add(Commands.SHOW_BAND);
    }
    return commands;
  }

  /**
   * Does what a command says; what comes of it is told as states.
   *
   * @param audience who is shown a picture, if somebody is
   */
  void execute(ExecuteCommandParams params, Optional<Audience> audience) {
    Commands.Call call = Commands.Call.of(params);
    switch (call.command()) {
      case Commands.VERIFY -> {
        Path file = file(call.command(), call.uri());
        model.verify(file, List.of(name(call.command(), call.name(), file)));
      }
      case Commands.REPLAY -> {
        Path file = file(call.command(), call.uri());
        model.replay(file, name(call.command(), call.name(), file));
      }
      case Commands.VERIFY_ALL -> verifyAll(call);
      case Commands.CANCEL -> cancel(call);
      case Commands.SHOW_BAND -> showBand(call, audience);
      default -> throw Commands.refused("there is no command " + call.command());
    }
  }

  private void verifyAll(Commands.Call call) {
    if (call.name().isPresent()) {
      throw Commands.refused(call.command() + " takes the address of a specification, no name");
    }
    files(call).forEach(model::verifyAll);
  }

  private void showBand(Commands.Call call, Optional<Audience> audience) {
    Path file = file(call.command(), call.uri());
    String name = name(call.command(), call.name(), file);
    Band band =
        band(file, name, WIDTH, HEIGHT, Palette.LIGHT)
            .orElseThrow(
                () ->
                    Commands.refused(
                        "there is nothing to draw of '" + name + "' yet; verify it first"));
    audience.ifPresent(a -> PictureFile.show(a.client(), band));
  }

  private void cancel(Commands.Call call) {
    if (call.name().isPresent()) {
      Path file = file(call.command(), call.uri());
      model.cancel(file, List.of(name(call.command(), call.name(), file)));
    } else {
      files(call).forEach(model::cancelAll);
    }
  }

  /** The button of an editor's progress was pressed; a run that has ended is not the next one. */
  void cancelProgress(String token, Audience audience) {
    audience
        .progress()
        .find(token)
        .ifPresent(run -> model.cancel(run.getKey(), List.of(run.getValue())));
  }

  /** The picture of a property or query; nothing if there is none to draw yet. */
  Optional<Band> band(BandParams params) {
    Path file = file("surety/band", Optional.ofNullable(params.uri()));
    String name = name("surety/band", Optional.ofNullable(params.name()), file);
    return band(file, name, params.width(), params.height(), Palette.of(params.theme()));
  }

  /**
   * What the network of a property or query gives for an input, as it stands now. What is given
   * back finds it out, and needs nothing more of what stands then.
   */
  Supplier<RunOutcome> run(RunParams params) {
    Path file = file(RunParams.METHOD, Optional.ofNullable(params.uri()));
    String name = name(RunParams.METHOD, Optional.ofNullable(params.name()), file);
    VerificationSnapshot snapshot = model.snapshot(file);
    Verification verification = snapshot.find(name).orElseThrow();
    return snapshot.isReadable(verification)
        ? () -> new TrialRun(verification).of(params.input())
        : () -> RunOutcome.refused(snapshot.errors().orElse("it cannot be read"));
  }

  private Optional<Band> band(Path file, String name, int width, int height, Palette palette) {
    VerificationSnapshot snapshot = model.snapshot(file);
    return snapshot
        .find(name)
        .flatMap(
            v ->
                VerificationPicture.draw(snapshot, v, estimates.of(v), width, height, palette)
                    .map(
                        svg ->
                            new Band(
                                svg,
                                file.getFileName() + ": " + name,
                                PictureText.of(v),
                                StateWords.state(v),
                                snapshot.version())));
  }

  private List<Path> files(Commands.Call call) {
    return call.uri().isPresent()
        ? List.of(file(call.command(), call.uri()))
        : model.snapshots().stream().map(VerificationSnapshot::file).toList();
  }

  private Path file(String what, Optional<String> address) {
    String uri =
        address.orElseThrow(() -> Commands.refused(what + " needs the address of a specification"));
    Path file =
        DocumentUri.file(uri)
            .orElseThrow(
                () ->
                    Commands.refused(
                        uri + " is no file on this computer; save the specification first"));
    if (model.snapshot(file).version() == 0) {
      throw Commands.refused(
          uri + " is not a specification that is open or in a folder of the workspace");
    }
    return file;
  }

  private String name(String what, Optional<String> given, Path file) {
    String name =
        given.orElseThrow(() -> Commands.refused(what + " needs the name of a property or query"));
    if (model.snapshot(file).find(name).isEmpty()) {
      throw Commands.refused(
          "there is no property or query '" + name + "' in " + file.getFileName());
    }
    return name;
  }
}
