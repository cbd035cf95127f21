/** Reads OpenAPI documents into facts. */
@NullMarked
package io.contactbridge.drift.internal.openapi;

import org.jspecify.annotations.NullMarked;
