package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {
  private static Commands.Call call(List<Object> arguments) {
    return Commands.Call.of(new ExecuteCommandParams(Commands.VERIFY, arguments));
  }

  private static JsonPrimitive text(String text) {
    return new JsonPrimitive(text);
  }

  @Test
  void upToTwoTexts() {
    Optional<String> nothing = Optional.empty();
    assertEquals(new Commands.Call("surety.verify", nothing, nothing), call(List.of()));
    assertEquals(new Commands.Call("surety.verify", nothing, nothing), call(null));
    assertEquals(
        new Commands.Call("surety.verify", Optional.of("u"), nothing), call(List.of(text("u"))));
    assertEquals(
        new Commands.Call("surety.verify", Optional.of("u"), Optional.of("")),
        call(List.of(text("u"), text(""))));
  }

  static List<List<Object>> wrong() {
    return List.of(
        List.of(text("a"), text("b"), text("c")),
        List.of(new JsonPrimitive(3)),
        List.of(new JsonPrimitive(true)),
        List.of(text("a"), JsonNull.INSTANCE),
        List.of(new JsonObject()),
        List.of(new JsonArray()),
        List.of("a text that is no JSON"),
        Arrays.asList(text("a"), null));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void nothingElse(List<Object> arguments) {
    ResponseErrorException refusal =
        assertThrows(ResponseErrorException.class, () -> call(arguments));
    assertEquals(ResponseErrorCode.InvalidParams.getValue(), refusal.getResponseError().getCode());
    assertTrue(
        refusal.getResponseError().getMessage().startsWith("surety.verify takes the address"));
  }
}
