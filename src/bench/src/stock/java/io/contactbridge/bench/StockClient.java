package io.contactbridge.bench;

import stock.ApiClient;
import stock.ContactsApi;
import stock.model.DndSetting;
import stock.model.DndSettings;
import stock.model.DndStatus;
import stock.model.UpdateContactRequest;

/** What openapi-generator makes of the same specification with its own templates. */
final class StockClient implements Client {
  private final ContactsApi api;

  StockClient(String url) {
    ApiClient client = new ApiClient(Http.client());
    client.setBasePath(url.substring(0, url.length() - 1));
    client.setBearerToken(Sample.TOKEN);
    api = new ContactsApi(client);
  }

  @Override
  public String update(String id) throws Exception {
    return api.updateContact(Sample.VERSION, id, request()).getContact().getEmail();
  }

  private static UpdateContactRequest request() {
    return new UpdateContactRequest()
        .firstName(Sample.FIRST_NAME)
        .lastName(Sample.LAST_NAME)
        .email(Sample.EMAIL)
        .phone(Sample.PHONE)
        .companyName(Sample.COMPANY)
        .address1(Sample.STREET)
        .city(Sample.CITY)
        .state(Sample.STATE)
        .postalCode(Sample.POSTAL_CODE)
        .dndSettings(
            new DndSettings()
                .email(
                    new DndSetting()
                        .status(DndStatus.ACTIVE)
                        .message(Sample.DND_MESSAGE)
                        .code(Sample.DND_CODE)));
  }
}
