package org.plumbline.device.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.plumbline.device.protocol.Message.EventCode;
import org.plumbline.device.protocol.Message.Reply;
import org.plumbline.device.protocol.Message.Status;

class PlumblineFrameDecoderContractTest extends FrameDecoderContract {
  private final PlumblineFrameEncoder encoder = ExampleDevice.encoder();

  @Override
  protected FrameDecoder newDecoder() {
    return new PlumblineFrameDecoder();
  }

  @Override
  protected List<byte[]> preamble() {
    return List.of(encoder.describe());
  }

  @Override
  protected List<byte[]> frames() {
    List<byte[]> frames = new ArrayList<>();
    frames.add(encoder.event(0, 12, EventCode.BOOT, ""));
    frames.add(encoder.time(7, 123_456_789_012L, 5_000_000_000L, 5_000_000_250L));
    frames.add(ExampleDevice.imuFrame(encoder, 0, 2));
    frames.add(encoder.data(ExampleDevice.EMG, 0xFFFF_FFFFL, 0xFFFF_FFF0L, 3, new int[40]));
    frames.add(encoder.data(ExampleDevice.PRESSURE, 5, 6, 0, new int[] {Integer.MIN_VALUE}));
    frames.add(encoder.data(ExampleDevice.POSE, 1, 2, 0, new double[] {1, 0, Double.NaN, -0.25}));
    frames.add(
        encoder.status(
            new Status(0, 1234, 17, 36.5, OptionalInt.of(88), List.of(new Status.Dropped(2, 40)))));
    frames.add(encoder.reply(9, Reply.Result.BUSY, "calibrating"));
    frames.add(ExampleDevice.imuFrame(encoder, 2, 2));
    return frames;
  }

  @Override
  protected byte delimiter() {
    return 0;
  }

  @Override
  protected int longestFrameBytes() {
    return CobsFraming.MAX_WIRE_BYTES;
  }

  @Override
  protected byte[] frameOfUnknownVersion() {
    return Wire.frame(0x12, 1, 2, 3);
  }

  @Override
  protected byte[] frameOfUnknownKind() {
    return Wire.frame(0xF1, 0);
  }
}
