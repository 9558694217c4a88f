package surety.language.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSuffixesTest {
  @ParameterizedTest
  @CsvSource({
    "a.onnx, true, a",
    "a.b.nnet, true, a.b",
    "A.NNET, true, A",
    "a.onnx.nnet, true, a.onnx",
    "nnet, false, nnet",
    "a.nnet.txt, false, a.nnet.txt",
    "a.net, false, a.net",
    "a.onnx~, false, a.onnx~",
    "onnx, false, onnx",
  })
  void namesOfNetworksEndLikeThis(String name, boolean isOne, String stem) {
    assertEquals(isOne, NetworkSuffixes.isOne(name));
    assertEquals(stem, NetworkSuffixes.stem(name));
  }
}
