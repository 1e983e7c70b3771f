/**
 * Serial ports: bytes with the instant of their arrival in, commands out.
 *
 * <p>This package knows nothing of frames, devices or sessions. It is the only user of jSerialComm
 * and of JNA, and shows neither in a signature. Listeners of the library are never used (they storm
 * and die silently); every port has one daemon thread that reads and one that writes.
 *
 * <pre>
 * name ─▶ {@link org.plumbline.device.serial.SerialLink} ─▶ bytes + arrival ─▶ {@link org.plumbline.device.serial.PortReceiver}
 *          ▲ opened under the process-wide lock of PortLibrary
 * {@link org.plumbline.device.serial.PseudoTerminal}: a port without hardware, for the demo, `simulate` and the tests
 * </pre>
 */
@NullMarked
package org.plumbline.device.serial;

import org.jspecify.annotations.NullMarked;
