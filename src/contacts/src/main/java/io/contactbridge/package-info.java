/**
 * One update to a contact, correct at every CRM. Start at {@link io.contactbridge.Contacts}.
 *
 * <p>A caller makes the classes with a builder, and is given the interfaces. Only ContactBridge
 * implements these, and the stubs of a caller's tests: later versions may add methods to them.
 *
 * <p>What is below {@code io.contactbridge.internal} may change with any version.
 */
@NullMarked
package io.contactbridge;

import org.jspecify.annotations.NullMarked;
