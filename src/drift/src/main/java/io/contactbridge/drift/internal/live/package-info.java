/** Holds a CRM against a specification by trying. */
@NullMarked
package io.contactbridge.drift.internal.live;

import org.jspecify.annotations.NullMarked;
