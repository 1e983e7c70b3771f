package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DeviceOrientationTest extends OrientationFilterContract {
  @Override
  OrientationSource newFilter() {
    return new DeviceOrientation();
  }

  @Override
  void feed(OrientationSource filter, double intervalSeconds, Quaternion truth, Vector3 rate) {
    ((DeviceOrientation) filter).update(truth.w(), truth.x(), truth.y(), truth.z());
  }

  @Override
  void wild(OrientationSource filter, Random random) {
    Quaternion q =
        new Quaternion(
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian())
            .normalized();
    feed(filter, INTERVAL_SECONDS, q, Vector3.Z);
  }

  @Test
  void aLengthThatRoundingExplainsIsPutRight() {
    DeviceOrientation device = new DeviceOrientation();
    device.update(0.99, 0, 0, 0.1);
    double norm = Math.sqrt(0.99 * 0.99 + 0.1 * 0.1);
    assertThat(device.orientation().z()).isCloseTo(0.1 / norm, within(1e-15));
  }

  @Test
  void neighboursKeepOneSignWhenTheDeviceFlipsIt() {
    DeviceOrientation device = new DeviceOrientation();
    Quaternion before = Quaternion.IDENTITY;
    for (int i = 0; i < 2000; i++) {
      Quaternion q = Quaternion.about(Vector3.X, 0.01 * i);
      int sign = i % 3 == 0 ? -1 : 1;
      device.update(sign * q.w(), sign * q.x(), sign * q.y(), sign * q.z());
      Quaternion now = device.orientation();
      assertThat(now.angleToRad(q)).isLessThan(1e-9);
      assertThat(
              now.w() * before.w()
                  + now.x() * before.x()
                  + now.y() * before.y()
                  + now.z() * before.z())
          .isGreaterThan(0.99);
      before = now;
    }
  }

  @Test
  void whatIsNoUnitQuaternionIsRefusedAndLeavesTheLastOne() {
    DeviceOrientation device = new DeviceOrientation();
    device.update(0, 1, 0, 0);
    for (double bad : new double[] {0, 0.9, 1.1, 16_384, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> device.update(bad, 0, 0, 0))
          .withMessageContaining("length");
    }
    assertThat(device.orientation()).isEqualTo(new Quaternion(0, 1, 0, 0));
  }

  @Test
  void itSaysThatTheDeviceComputedIt() {
    assertThat(newFilter().capability()).isEqualTo(OrientationSource.Capability.DEVICE);
    assertThat(newFilter().capability().label()).contains("device");
  }
}
