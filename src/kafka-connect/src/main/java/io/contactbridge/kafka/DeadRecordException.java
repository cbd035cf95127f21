package io.contactbridge.kafka;

import org.apache.kafka.connect.errors.ConnectException;

/**
 * Why a record failed for good. The message goes into the headers of the dead letter; it holds no
 * value of ours, but the words of the CRM, which may quote the contact.
 */
final class DeadRecordException extends ConnectException {
  DeadRecordException(String message) {
    super(message);
  }
}
