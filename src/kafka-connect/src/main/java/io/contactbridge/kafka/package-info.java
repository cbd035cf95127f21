/**
 * Updates contacts from topics of Kafka. The worker of Kafka Connect finds {@link
 * io.contactbridge.kafka.ContactBridgeSinkConnector}; nothing here is to be called from elsewhere.
 */
@NullMarked
package io.contactbridge.kafka;

import org.jspecify.annotations.NullMarked;
