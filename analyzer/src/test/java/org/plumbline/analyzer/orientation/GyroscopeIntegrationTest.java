package org.plumbline.analyzer.orientation;

class GyroscopeIntegrationTest extends InertialFilterContract {
  @Override
  OrientationFilter newFilter() {
    return new GyroscopeIntegration();
  }
}
