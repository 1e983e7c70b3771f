package org.plumbline.device.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.device.protocol.DeviceDriver.Answer;
import org.plumbline.device.protocol.DeviceDriver.Request;
import org.plumbline.device.protocol.Message.EventCode;
import org.plumbline.device.protocol.Message.Reply;

class PlumblineDriverTest {
  private final PlumblineDriver driver = new PlumblineDriver();
  private final List<HostCommand> heard = new ArrayList<>();
  private final List<Integer> ids = new ArrayList<>();
  private final PlumblineCommandDecoder device = new PlumblineCommandDecoder();

  static List<HostCommand> commands() {
    return List.of(
        new HostCommand.Hello(1, 3),
        new HostCommand.Describe(),
        new HostCommand.Start(List.of()),
        new HostCommand.Start(List.of(1, 250)),
        new HostCommand.Stop(),
        new HostCommand.Time(Long.MIN_VALUE + 5),
        new HostCommand.Set("rate", "a=b"),
        new HostCommand.Blink(250, 255),
        new HostCommand.Event(EventCode.MARK, "knee"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theDeviceHearsWhatTheHostSays(HostCommand command) {
    Request request = driver.command(command);
    hear(request.bytes());
    assertThat(heard).containsExactly(command);
    assertThat(ids).containsExactly(request.id());
  }

  @Test
  void theUsualTalkIsUnderstood() {
    hear(driver.probe().bytes());
    hear(driver.describe().bytes());
    hear(driver.start().bytes());
    hear(driver.time(42).orElseThrow().bytes());
    hear(driver.stop().bytes());
    assertThat(heard)
        .containsExactly(
            new HostCommand.Hello(1, 1),
            new HostCommand.Describe(),
            new HostCommand.Start(List.of()),
            new HostCommand.Time(42),
            new HostCommand.Stop());
    assertThat(ids).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aCommandIsHeardThoughHalfAFrameLiesInTheDevicesBuffer() {
    hear(new byte[] {5, 5, 5});
    hear(driver.stop().bytes());
    assertThat(heard).containsExactly(new HostCommand.Stop());
    assertThat(device.damaged()).isEqualTo(1);
  }

  @Test
  void idsRunFrom1To255AndBegin1Again() {
    for (int i = 1; i <= 255; i++) {
      assertThat(driver.probe().id()).isEqualTo(i);
    }
    assertThat(driver.probe().id()).isEqualTo(1);
  }

  @Test
  void onlyItsOwnAnswerAnswersARequest() {
    Request start = driver.start();
    Request time = driver.time(9).orElseThrow();
    assertThat(driver.judge(start, new Reply(0, start.id(), Reply.Result.OK, "")))
        .isEqualTo(Answer.DONE);
    assertThat(driver.judge(start, new Reply(0, start.id(), Reply.Result.BUSY, "")))
        .isEqualTo(Answer.REFUSED);
    assertThat(driver.judge(start, new Reply(0, time.id(), Reply.Result.OK, "")))
        .isEqualTo(Answer.UNRELATED);
    assertThat(driver.judge(time, new Message.DeviceTime(0, time.id(), 9, 1, 1)))
        .isEqualTo(Answer.DONE);
    assertThat(driver.judge(time, new Message.DeviceTime(0, 0, 0, 1, 1)))
        .isEqualTo(Answer.UNRELATED);
  }

  @Test
  void commandsWithImpossibleValuesReachTheDeviceAsSuch() {
    hear(Wire.frame(0x81, 1, 99));
    hear(Wire.frame(0x81, 2, 1, 1));
    hear(Wire.frame(0x81, 3, 3, 251));
    hear(Wire.frame(0x81, 4, 6, 'x'));
    hear(Wire.frame(0x81, 5, 7, 251, 1));
    byte[] manyStreams = new byte[3 + 300];
    Arrays.fill(manyStreams, (byte) 1);
    manyStreams[0] = (byte) 0x81;
    manyStreams[2] = 3;
    hear(Wire.frame(manyStreams));
    assertThat(heard.get(0)).isEqualTo(new HostCommand.Unknown(99));
    assertThat(heard.subList(1, 6)).allMatch(HostCommand.Malformed.class::isInstance);
    hear(Wire.frame(0x81, 0, 4));
    hear(Wire.frame(0x11, 1, 4));
    assertThat(heard).hasSize(6);
    assertThat(device.damaged()).isEqualTo(2);
  }

  @Test
  void impossibleCommandsCannotBeMade() {
    assertThatThrownBy(() -> new HostCommand.Start(List.of(0))).hasMessageContaining("[0]");
    assertThatThrownBy(() -> new HostCommand.Blink(1, 256)).hasMessageContaining("256 s");
    assertThatThrownBy(() -> new HostCommand.Set("a=b", "c")).hasMessageContaining("without =");
    assertThatThrownBy(() -> driver.command(new HostCommand.Unknown(9)))
        .hasMessageContaining("nothing to send");
  }

  @Property(tries = 300)
  void anyBytesDoTheDeviceNoHarm(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] content = new byte[3 + random.nextInt(400)];
    random.nextBytes(content);
    content[0] = (byte) 0x81;
    content[2] = (byte) random.nextInt(10);
    new PlumblineCommandDecoder()
        .decode(Wire.frame(content), 0, Wire.frame(content).length, (id, command) -> {});
  }

  private void hear(byte[] bytes) {
    device.decode(
        bytes,
        0,
        bytes.length,
        (id, command) -> {
          ids.add(id);
          heard.add(command);
        });
  }
}
