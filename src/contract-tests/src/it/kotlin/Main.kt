package com.example.kotlin

import io.contactbridge.ContactField
import io.contactbridge.ContactUpdate
import io.contactbridge.Contacts
import io.contactbridge.Outcome

/** Updates a contact at the mock whose URL it is given; what may be null shows in the types. */
fun main(args: Array<String>) {
  val linq: Contacts = Contacts.linq("token").baseUrl(args[0]).build()

  val result = linq.update("123", ContactUpdate.builder().email("ada@example.com").build())

  println(result)
  val outcome: Outcome = result.outcome(ContactField.EMAIL)
  if (outcome != Outcome.APPLIED) {
    println(result.contact().email().orElse("none"))
  }
}
