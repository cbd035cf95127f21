/**
 * In-memory CRMs for the tests of applications that update contacts. Start at {@link
 * io.contactbridge.test.FakeCrm}.
 */
@NullMarked
package io.contactbridge.test;

import org.jspecify.annotations.NullMarked;
