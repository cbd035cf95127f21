/** Holds the facade, as its callers see it, against mocks of the specifications. */
@NullMarked
package io.contactbridge.contract;

import org.jspecify.annotations.NullMarked;
