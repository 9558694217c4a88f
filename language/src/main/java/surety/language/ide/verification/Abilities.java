package surety.language.ide.verification;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WindowClientCapabilities;

/**
 * What an editor can do with states.
 *
 * @param verification whether it wants them as they are
 * @param showBand whether it shows pictures itself
 * @param showDocument whether it opens a file that it is told to
 * @param progress whether it shows work that takes long
 * @param lensRefresh whether it asks again for lenses when it is told to
 * @param hintRefresh whether it asks again for hints when it is told to
 * @param related whether it shows what belongs to a message
 * @param tryInput whether it lets one try an input
 */
public record Abilities(
    boolean verification,
    boolean showBand,
    boolean showDocument,
    boolean progress,
    boolean lensRefresh,
    boolean hintRefresh,
    boolean related,
    boolean tryInput) {
  /** Of an editor that can do nothing. */
  public static final Abilities NONE =
      new Abilities(false, false, false, false, false, false, false, false);

  /** As the editor introduces itself. */
  public static Abilities of(InitializeParams params) {
    Optional<ClientCapabilities> all = Optional.ofNullable(params.getCapabilities());
    Optional<WindowClientCapabilities> window = all.map(ClientCapabilities::getWindow);
    var workspace = all.map(ClientCapabilities::getWorkspace);
    return new Abilities(
        wishes(params, "verification"),
        wishes(params, "showBand"),
        window.map(WindowClientCapabilities::getShowDocument).map(d -> d.isSupport()).orElse(false),
        window.map(WindowClientCapabilities::getWorkDoneProgress).orElse(false),
        workspace.map(w -> w.getCodeLens()).map(c -> c.getRefreshSupport()).orElse(false),
        workspace.map(w -> w.getInlayHint()).map(c -> c.getRefreshSupport()).orElse(false),
        all.map(ClientCapabilities::getTextDocument)
            .map(d -> d.getPublishDiagnostics())
            .map(p -> p.getRelatedInformation())
            .orElse(false),
        wishes(params, "tryInput"));
  }

  private static boolean wishes(InitializeParams params, String name) {
    return params.getInitializationOptions() instanceof JsonObject options
        && options.get(name) instanceof JsonPrimitive value
        && value.isBoolean()
        && value.getAsBoolean();
  }
}
