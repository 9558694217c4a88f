package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbilitiesTest {
  private static InitializeParams options(String json) {
    InitializeParams params = new InitializeParams();
    params.setInitializationOptions(JsonParser.parseString(json));
    return params;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "7",
        "\"verification\"",
        "{\"verification\": false}",
        "{\"verification\": \"true\"}",
        "{\"verification\": 1}",
        "{\"verification\": null, \"showBand\": {}}",
        "{\"Verification\": true}",
      })
  void whoDoesNotAskGetsNothing(String json) {
    assertEquals(Abilities.NONE, Abilities.of(options(json)));
  }

  @Test
  void whoAsksGetsIt() {
    assertEquals(
        new Abilities(true, true, false, false, false, false, false, true),
        Abilities.of(
            options(
                "{\"verification\": true, \"showBand\": true, \"tryInput\": true, \"more\": 1}")));
  }

  @Test
  void anEditorThatSaysNothingCanDoNothing() {
    InitializeParams params = new InitializeParams();
    assertEquals(Abilities.NONE, Abilities.of(params));
    params.setCapabilities(new ClientCapabilities());
    assertEquals(Abilities.NONE, Abilities.of(params));
    ClientCapabilities empty = new ClientCapabilities();
    empty.setWindow(new WindowClientCapabilities());
    empty.setWorkspace(new WorkspaceClientCapabilities());
    empty.setTextDocument(new TextDocumentClientCapabilities());
    params.setCapabilities(empty);
    assertEquals(Abilities.NONE, Abilities.of(params));
  }

  @Test
  void whatAnEditorCanDoIsTaken() {
    WindowClientCapabilities window = new WindowClientCapabilities();
    window.setShowDocument(new ShowDocumentCapabilities(true));
    window.setWorkDoneProgress(true);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
    workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
    TextDocumentClientCapabilities document = new TextDocumentClientCapabilities();
    document.setPublishDiagnostics(new PublishDiagnosticsCapabilities(true));
    ClientCapabilities all = new ClientCapabilities();
    all.setWindow(window);
    all.setWorkspace(workspace);
    all.setTextDocument(document);
    InitializeParams params = new InitializeParams();
    params.setCapabilities(all);
    assertEquals(
        new Abilities(false, false, true, true, true, true, true, false), Abilities.of(params));
  }
}
