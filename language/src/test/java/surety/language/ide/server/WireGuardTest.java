package surety.language.ide.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Length: 2\r\n\r\n{}",
        "content-length:2\n\n{}CONTENT-LENGTH: 0\r\n\r\n",
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 5\r\n\r\nGET /",
        "Content-Length: 99\r\n\r\ncut short",
        "Content-Len",
      })
  void lets(String wire) throws IOException {
    WireGuard guard = guard(wire);
    assertArrayEquals(bytes(wire), guard.readAllBytes());
    assertEquals(Optional.empty(), guard.fault());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n",
        "{\"jsonrpc\": \"2.0\"}",
        "\r\n\r\n",
        "Content-Length: 2\r\n\r\n{}}",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: two\r\n\r\n",
        "Content-Length: 99999999\r\n\r\n",
        "Content-Length: 99999999999999\r\n\r\n",
        "Content-Length\r\n\r\n",
        "Content-Type: text/plain\r\n\r\n",
        "\u0000\u0001\u0002",
      })
  void endsAtWhatCannotBeAMessage(String wire) throws IOException {
    WireGuard guard = guard(wire);
    assertTrue(guard.readAllBytes().length < wire.length());
    assertTrue(guard.fault().isPresent());
    assertTrue(
        guard.fault().get().chars().allMatch(c -> c >= ' ' && c <= '~'), guard.fault().get());
    assertEquals(-1, guard.read());
  }

  @Test
  void aHeaderWithoutEndIsNone() throws IOException {
    WireGuard guard = guard("Content-Type: " + "a".repeat(1000));
    assertTrue(guard.readAllBytes().length < 300);
    assertTrue(guard.fault().isPresent());
  }

  @Test
  void whatIsRefusedElsewhereEndsTheStreamToo() throws IOException {
    WireGuard guard = guard("Content-Length: 2\r\n\r\n{}");
    guard.refuse("first");
    guard.refuse("second");
    assertEquals(-1, guard.read());
    assertEquals(Optional.of("first"), guard.fault());
  }

  private static WireGuard guard(String wire) {
    return new WireGuard(new ByteArrayInputStream(bytes(wire)));
  }

  private static byte[] bytes(String wire) {
    return wire.getBytes(StandardCharsets.UTF_8);
  }
}
