package io.contactbridge;

import org.jspecify.annotations.Nullable;

/**
 * What a caller has decided about all updates of one {@link Contacts}.
 *
 * @param defaultRegion the region of phone numbers without a country code, or null for none
 */
record Settings(
    @Nullable String defaultRegion, OnUnsupported onUnsupported, boolean allowUndocumentedClear) {}
