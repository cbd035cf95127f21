/** Tests the facade, as its callers use it, against mocks of the specifications. */
@NullMarked
package io.contactbridge.contract;

import org.jspecify.annotations.NullMarked;
