package io.contactbridge.drift.internal.report;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.checks.Check;
import io.contactbridge.drift.internal.checks.CheckResult;
import io.contactbridge.drift.internal.checks.Finding;
import io.contactbridge.drift.internal.checks.RunResult;
import io.contactbridge.drift.internal.facts.PlainText;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML: a suite for each comparison, with a test case for whether it could be made and one
 * for each drift.
 */
final class JUnitFormat implements Format {
  @Override
  public String write(RunResult run) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "contactbridge drift");
      for (CheckResult checked : run.checks()) {
        suite(xml, checked, run.failOn());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, CheckResult checked, Level failOn)
      throws XMLStreamException {
    List<Finding> findings = checked.findings();
    long failures = findings.stream().filter(finding -> finding.counts(failOn)).count();
    long skipped = findings.stream().filter(Finding::isAcknowledged).count();
    xml.writeStartElement("testsuite");
    attribute(xml, "name", ReportWords.title(checked.check()));
    attribute(xml, "tests", String.valueOf(findings.size() + 1));
    attribute(xml, "failures", String.valueOf(failures));
    attribute(xml, "errors", checked.failure().isPresent() ? "1" : "0");
    attribute(xml, "skipped", String.valueOf(skipped));
    comparison(xml, checked);
    for (Finding finding : findings) {
      drift(xml, checked.check(), finding, finding.counts(failOn));
    }
    xml.writeEndElement();
  }

  private static void comparison(XMLStreamWriter xml, CheckResult checked)
      throws XMLStreamException {
    testCase(xml, checked.check(), "could be compared");
    if (checked.failure().isPresent()) {
      outcome(xml, "error", "could not check", checked.failure().get());
    } else {
      xml.writeStartElement("system-out");
      xml.writeCharacters("%d facts compared\n".formatted(checked.facts()));
      for (String note : checked.notes()) {
        xml.writeCharacters(PlainText.line(note) + "\n");
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void drift(XMLStreamWriter xml, Check check, Finding finding, boolean counts)
      throws XMLStreamException {
    Drift drift = finding.drift();
    String text = drift.sentence() + " " + drift.consequence();
    testCase(xml, check, drift.place() + " " + drift.kind() + " " + drift.fingerprint());
    if (finding.isAcknowledged()) {
      outcome(xml, "skipped", ReportWords.acknowledged(finding), "");
    } else if (counts) {
      outcome(xml, "failure", ReportWords.level(drift.level()) + ": " + drift.sentence(), text);
    } else {
      xml.writeStartElement("system-out");
      xml.writeCharacters(PlainText.line(text));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, Check check, String name)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(
        xml,
        "classname",
        "drift.%s.%s".formatted(check.comparison(), ReportWords.word(check.crm())));
    attribute(xml, "name", name);
    attribute(xml, "time", "0");
  }

  private static void outcome(XMLStreamWriter xml, String element, String message, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute(xml, "message", message);
    xml.writeCharacters(PlainText.line(text));
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, PlainText.line(value));
  }
}
