/**
 * One update to a contact, correct at every CRM. Start at {@link io.contactbridge.Contacts}.
 *
 * <p>{@code Contact}, {@code FieldPlan}, {@code UpdatePlan}, {@code UpdateResult} and {@code
 * Capability} are interfaces that only ContactBridge implements, and the stubs of a caller's tests:
 * later versions may add methods to them.
 *
 * <p>What is below {@code io.contactbridge.internal} may change with any version, except for the
 * serialised form of failures.
 */
@NullMarked
package io.contactbridge;

import org.jspecify.annotations.NullMarked;
