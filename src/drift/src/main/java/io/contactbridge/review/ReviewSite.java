package io.contactbridge.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.contactbridge.Crm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages about the specifications. Immutable. */
public final class ReviewSite {
  private final Map<String, String> pages = new LinkedHashMap<>();

  private ReviewSite(Site site) {
    OverviewPage overview = OverviewPage.of(site.crms());
    add(site, "index", "index.html", overview);
    add(site, "fields", "fields.html", overview);
    site.crms().forEach(page -> add(site, "crm", page.file(), page));
  }

  public static ReviewSite of(Map<Crm, String> specs) {
    List<CrmPage> crms = new ArrayList<>();
    specs.forEach((crm, text) -> crms.add(CrmPage.of(Spec.read(crm, crm.name(), text))));
    return new ReviewSite(new Site(crms, ""));
  }

  /** Writes the pages into a folder, which is made if there is none. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue(), UTF_8);
    }
  }

  private void add(Site site, String template, String file, Object page) {
    pages.put(file, Templates.render(template, new Templates.Frame(page, site, file)));
  }
}
