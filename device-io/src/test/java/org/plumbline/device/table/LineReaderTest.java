package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static List<String> lines(InputStream in) throws IOException {
    LineReader reader = new LineReader(in, "t.csv");
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(reader.text());
    }
    return lines;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void endsLinesAtLfAndCrLfAndTheEnd() throws IOException {
    assertThat(lines(stream("a\r\nb\n\nc"))).containsExactly("a", "b", "", "c");
    assertThat(lines(stream("a\n"))).containsExactly("a");
    assertThat(lines(stream(""))).isEmpty();
  }

  @Property(tries = 50)
  void longAndShortLinesComeOutWhole(
      @ForAll @Size(max = 40) List<@IntRange(max = LineReader.MAX_LINE_BYTES) Integer> lengths)
      throws IOException {
    List<String> expected = lengths.stream().map("x"::repeat).toList();
    String text = String.join("", expected.stream().map(l -> l + "\n").toList());
    assertThat(lines(stream(text))).isEqualTo(expected);
  }

  @Test
  void refusesALineBeyondTheBoundWithItsNumber() {
    String text = "a\n" + "x".repeat(LineReader.MAX_LINE_BYTES + 1) + "\n";
    assertThatThrownBy(() -> lines(stream(text)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("t.csv, line 2")
        .hasMessageContaining("65536 bytes");
    assertThatThrownBy(() -> lines(stream("x".repeat(1_000_000))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void tellsOfDataThatBrokeOff() throws IOException {
    LineReader reader =
        new LineReader(new SequenceInputStream(stream("a\nb"), new CutOffStream()), "t.csv");
    assertThat(reader.next()).isTrue();
    assertThat(reader.isTerminated()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(reader.isTerminated()).isFalse();
    assertThat(reader.isCutOff()).isTrue();
    assertThat(reader.next()).isFalse();
  }
}
