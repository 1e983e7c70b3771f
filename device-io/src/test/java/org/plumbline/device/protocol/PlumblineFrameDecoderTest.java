package org.plumbline.device.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.device.log.Operator;
import org.plumbline.device.protocol.Message.Damaged;
import org.plumbline.device.protocol.Message.Data;
import org.plumbline.device.protocol.Message.DeviceEvent;
import org.plumbline.device.protocol.Message.DeviceTime;
import org.plumbline.device.protocol.Message.EventCode;
import org.plumbline.device.protocol.Message.Reply;
import org.plumbline.device.protocol.Message.Status;

class PlumblineFrameDecoderTest {
  private final PlumblineFrameEncoder encoder = ExampleDevice.encoder();
  private final Listener listener = new Listener(new PlumblineFrameDecoder());

  @Test
  void countsOfEveryWidthComeThroughToTheirLimits() {
    listener.hear(encoder.describe());
    listener.hear(encoder.data(1, 0, 0, 0, new int[] {-32_768, 32_767, -1, 0, 1, 256}));
    listener.hear(encoder.data(2, 0, 0, 0, new int[] {-8_388_608, 8_388_607, -1, 65_536}));
    listener.hear(encoder.data(3, 0, 0, 0, new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE, -1}));
    assertThat(data(1).counts()).containsExactly(-32_768, 32_767, -1, 0, 1, 256);
    assertThat(data(2).counts()).containsExactly(-8_388_608, 8_388_607, -1, 65_536);
    assertThat(data(3).counts()).containsExactly(Integer.MIN_VALUE, Integer.MAX_VALUE, -1);
    assertThat(List.of(data(1).size(), data(2).size(), data(3).size())).containsExactly(1, 2, 3);
  }

  @Test
  void numbersComeThroughAsFloatsAndAnInfinityIsMissing() {
    listener.hear(encoder.describe());
    double[] values = {0.1f, -0.0, Double.NaN, Double.POSITIVE_INFINITY};
    listener.hear(encoder.data(ExampleDevice.POSE, 0, 0, 0, values));
    assertThat(data(1).isCounts()).isFalse();
    assertThat(data(1).values()).containsExactly(0.1f, -0.0, Double.NaN, Double.NaN);
  }

  @Property(tries = 200)
  void indexTimeAndFlagsComeThroughUnsigned(
      @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long index,
      @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long micros,
      @ForAll @IntRange(max = 255) int flags,
      @ForAll @Size(2) int[] counts) {
    Listener fresh = new Listener(new PlumblineFrameDecoder()).hear(encoder.describe());
    fresh.hear(encoder.data(ExampleDevice.PRESSURE, index, micros, flags, counts), 5);
    assertThat(fresh.messages.get(1))
        .isEqualTo(Data.ofCounts(5, ExampleDevice.PRESSURE, index, micros, flags, 1, counts));
  }

  @Test
  void samplesBeforeTheirDescriptionAreNeverGuessed() {
    byte[] frame = ExampleDevice.imuFrame(encoder, 0, 2);
    listener.hear(frame);
    assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.UNDESCRIBED);
    assertThat(listener.onlyDamage().reason()).contains("stream 1");
    assertThat(listener.onlyDamage().bytes()).isEqualTo(frame.length - 1);
    assertThat(listener.decoder.counts().undescribed()).isEqualTo(1);
    listener.hear(encoder.describe()).hear(frame);
    assertThat(data(2).size()).isEqualTo(2);
  }

  @Test
  void samplesOfAnotherLayoutAreNotReadWithTheOldOne() {
    PlumblineFrameEncoder changed = ExampleDevice.withFirmware("1.4.1");
    listener.hear(encoder.describe()).hear(ExampleDevice.imuFrame(changed, 0, 2));
    assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.UNDESCRIBED);
    listener.hear(changed.describe()).hear(ExampleDevice.imuFrame(changed, 2, 2));
    assertThat(data(3).sampleIndex()).isEqualTo(2);
    listener.hear(ExampleDevice.imuFrame(encoder, 4, 2));
    assertThat(listener.damaged()).hasSize(2);
  }

  @Test
  void aStatusOfAnotherDescriptionMakesTheOldOneForgotten() {
    listener.hear(encoder.describe()).hear(encoder.status(status()));
    listener.hear(ExampleDevice.imuFrame(encoder, 0, 2));
    assertThat(listener.damaged()).isEmpty();
    listener.hear(ExampleDevice.withFirmware("1.4.1").status(status()));
    listener.hear(ExampleDevice.imuFrame(encoder, 2, 2));
    assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.UNDESCRIBED);
  }

  @Test
  void aFrameOfTheWrongSizeForItsStreamIsMalformed() {
    listener.hear(encoder.describe());
    int layout = layoutTag();
    listener.hear(Wire.frame(0x11, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, layout, 1, 2, 3));
    assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.MALFORMED);
    assertThat(listener.onlyDamage().reason())
        .isEqualTo("DATA of stream 1: 16 bytes for 1 samples of 6 channels in i16, not 25");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 251, 255})
  void dataOfAnImpossibleStreamAreMalformed(int stream) {
    listener.hear(Wire.frame(0x11, stream, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2));
    assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.MALFORMED);
    assertThat(listener.onlyDamage().reason()).contains("stream " + stream, "1..250");
  }

  @Test
  void timeCarriesItsFourStamps() {
    listener.hear(encoder.time(7, -5, 4_294_967_296L, 4_294_967_300L), 9);
    assertThat(listener.messages)
        .containsExactly(new DeviceTime(9, 7, -5, 4_294_967_296L, 4_294_967_300L));
    listener.hear(encoder.time(7, 0, 10, 9));
    assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.MALFORMED);
  }

  @Test
  void anEventSentThreeTimesIsOneEvent() {
    byte[] painStop = encoder.event(40, 1000, EventCode.PAIN_STOP, "button 2");
    byte[] mark = encoder.event(41, 1500, EventCode.MARK, "");
    listener.hear(painStop, 1).hear(mark, 2).hear(painStop, 3).hear(mark, 4).hear(painStop, 5);
    assertThat(listener.messages)
        .containsExactly(
            new DeviceEvent(1, 40, 1000, EventCode.PAIN_STOP, 5, "button 2"),
            new DeviceEvent(2, 41, 1500, EventCode.MARK, 2, ""));
    assertThat(listener.decoder.counts().repeats()).isEqualTo(3);
    assertThat(listener.decoder.counts().damaged()).isZero();
  }

  @Test
  void aSecondStartWithTheSameNumberAndTimeIsASecondEvent() {
    byte[] boot = encoder.event(0, 0, EventCode.BOOT, "");
    listener.hear(boot, 0).hear(boot, 100_000_000L).hear(boot, 60_000_000_000L);
    assertThat(listener.messages).hasSize(2);
  }

  @Test
  void anEventOfALaterVersionKeepsItsCodeAndText() {
    listener.hear(Wire.frame(0x41, 77, 1, 0, 2, 0, 0, 0, 'h', 'i'));
    assertThat(listener.messages)
        .containsExactly(new DeviceEvent(0, 1, 2, EventCode.OTHER, 77, "hi"));
  }

  @Test
  void eventTextIsReadWithIndulgenceAndCannotSteerATerminal() {
    listener.hear(Wire.frame(0x41, 5, 1, 0, 2, 0, 0, 0, 0x1B, '[', '2', 'J', 0xFF));
    assertThat(((DeviceEvent) listener.messages.get(0)).text()).isEqualTo(" [2J\uFFFD");
    byte[] tooLong = new byte[8 + 201];
    tooLong[0] = 0x41;
    listener.hear(Wire.frame(tooLong));
    assertThat(listener.onlyDamage().reason()).isEqualTo("EVENT of 209 bytes, not 8 to 208");
  }

  @Test
  void eventsMeanWhatTheOperatorWouldHavePressed() {
    assertThat(EventCode.of(2).action()).contains(Operator.Action.MARK);
    assertThat(EventCode.of(3).action()).contains(Operator.Action.SET_START);
    assertThat(EventCode.of(4).action()).contains(Operator.Action.SET_STOP);
    assertThat(EventCode.of(5).action()).contains(Operator.Action.PAIN_STOP);
    assertThat(EventCode.of(6).action()).contains(Operator.Action.SETUP);
    assertThat(EventCode.of(0).action()).isEmpty();
    assertThat(EventCode.of(1).action()).isEmpty();
    assertThat(EventCode.of(200)).isEqualTo(EventCode.OTHER);
  }

  @Test
  void statusComesThroughWithAndWithoutBatteryAndTemperature() {
    listener.hear(encoder.status(status()));
    assertThat(listener.messages).containsExactly(status());
    Status bare = new Status(0, 1, 0, Double.NaN, OptionalInt.empty(), List.of());
    listener.hear(encoder.status(bare));
    assertThat(listener.messages.get(1)).isEqualTo(bare);
  }

  @Test
  void impossibleStatusIsMalformed() {
    listener.hear(Wire.frame(0x51, 0, 0, 0, 0, 0, 0, 0, 0, 0, 101, 50, 0, 0, 0));
    listener.hear(Wire.frame(0x51, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 101, 0, 0, 0));
    listener.hear(Wire.frame(0x51, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 50, 0, 0, 1));
    listener.hear(Wire.frame(0x51, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 50, 0, 0, 1, 0, 1, 0, 0, 0));
    assertThat(listener.damaged()).hasSize(4).allMatch(d -> d.kind() == Damaged.Kind.MALFORMED);
    assertThat(listener.damaged().get(3).reason()).contains("stream 0");
  }

  @Test
  void repliesComeThroughAndAnUnknownResultIsMalformed() {
    for (Reply.Result result : Reply.Result.values()) {
      listener.hear(encoder.reply(200, result, "because"));
    }
    assertThat(listener.messages)
        .extracting(m -> ((Reply) m).result())
        .containsExactly(Reply.Result.values());
    listener.hear(Wire.frame(0x61, 3, 9));
    assertThat(listener.onlyDamage().reason()).contains("result 9");
  }

  @Test
  void aCommandThatComesBackIsNamedAnEcho() {
    listener.hear(new PlumblineDriver().probe().bytes());
    assertThat(listener.onlyDamage().reason()).contains("echo");
  }

  @Test
  void aFrameBeyondTheLimitIsTooLongThoughItsChecksumIsRight() {
    byte[] zeros = new byte[WireFormat.MAX_FRAME_BYTES + 1];
    byte[] wire = new byte[Cobs.encodedBound(zeros.length) + 1];
    int end = Cobs.encode(zeros, zeros.length, wire, 0);
    listener.hear(Arrays.copyOf(wire, end + 1));
    assertThat(listener.onlyDamage().kind()).isEqualTo(Damaged.Kind.TOO_LONG);
  }

  @Test
  void theEncoderRefusesWhatTheProtocolCannotCarry() {
    assertThatThrownBy(() -> encoder.data(1, 0, 0, 0, new int[] {0, 0, 0, 0, 0, 32_768}))
        .hasMessage("stream 1: count 32768 does not fit in i16");
    assertThatThrownBy(() -> encoder.data(1, 0, 0, 0, new int[5])).hasMessageContaining("5 values");
    assertThatThrownBy(() -> encoder.data(3, 0, 0, 0, new int[256])).hasMessageContaining("256");
    assertThatThrownBy(() -> encoder.data(9, 0, 0, 0, new int[1])).hasMessageContaining("stream 9");
    assertThatThrownBy(() -> encoder.data(1, 0, 0, 0, new double[6])).hasMessageContaining("i16");
    assertThatThrownBy(() -> encoder.event(0, 0, EventCode.NOTE, "x".repeat(201)))
        .hasMessageContaining("201 bytes");
  }

  private Status status() {
    return new Status(
        0,
        0xFFFF_FFFFL,
        100,
        -12.34,
        OptionalInt.of(0),
        List.of(new Status.Dropped(1, 0xFFFF_FFFFL), new Status.Dropped(250, 0)));
  }

  private int layoutTag() {
    byte[] wire = encoder.describe();
    byte[] frame = new byte[wire.length];
    Cobs.decode(wire, wire.length - 1, frame);
    return frame[4];
  }

  private Data data(int message) {
    return (Data) listener.messages.get(message);
  }
}
