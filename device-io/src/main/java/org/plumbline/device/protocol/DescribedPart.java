package org.plumbline.device.protocol;

import java.util.List;

/**
 * What one DESCRIBE frame says: the device, and some or all of its streams.
 *
 * @param device with the streams of this frame
 * @param sampleTypes of those streams, in their order
 */
record DescribedPart(DeviceDescription device, List<SampleType> sampleTypes) {
  DescribedPart {
    sampleTypes = List.copyOf(sampleTypes);
  }
}
