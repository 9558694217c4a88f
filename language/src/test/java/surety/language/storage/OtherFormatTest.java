package surety.language.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.OnnxSample;

class OtherFormatTest {
  private static Optional<String> of(String content) {
    return OtherFormat.of(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "semantics real; | a text file | name the .onnx file itself",
        "'<html>\r\n\t<body>Not f\u00c3\u00bcund' | a text file | name the .onnx file itself",
        "'PK\u0003\u0004rest' | a ZIP archive, such as PyTorch and Keras write | export the network as ONNX",
        "'\u0089HDF\r\n\u001a\n' | an HDF5 file, such as Keras writes | export the network as ONNX",
        "'\u0080\u0002\u008a' | a Python pickle, such as PyTorch and scikit-learn write | export the network as ONNX",
      })
  void isNamed(String content, String what, String wayOut) {
    assertEquals(Optional.of("this is " + what + ", not an ONNX file; " + wayOut), of(content));
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertEquals(Optional.of("this file is empty; export the network again"), of(""));
  }

  @Test
  void whatMayBeANetworkIsNot() {
    assertEquals(Optional.empty(), OtherFormat.of(OnnxSample.linear(2, 2)));
    assertEquals(Optional.empty(), of("\u0001\u0002\u0003"));
    assertEquals(Optional.empty(), of("// NNet\n1,1,1,1,\n"));
    assertEquals(Optional.empty(), of("7,5,5,50,\n"));
    assertEquals(Optional.empty(), of("text with a zero \u0000"));
    assertEquals(Optional.empty(), of("\u0080\u0006"));
  }
}
