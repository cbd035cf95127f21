/** The way of an update to a CRM and back: order, deadline, rate limit, circuit, retries, HTTP. */
@NullMarked
package io.contactbridge.internal.sending;

import org.jspecify.annotations.NullMarked;
