package dev.agentperf.reports.gate.output;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.Estimate;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, which every CI shows: a test case for each comparison. A regression is a failure, a benchmark that threw
 * an error, one that could not be decided is skipped with its reason: what ran and was fine never looks like what did
 * not run.
 */
public final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Returns the document. */
    public static String render(GateReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitXml(xml).write(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
        return text + "\n";
    }

    private void write(GateReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        attribute("name", "agentperf gate");
        attribute(
                "tests",
                Integer.toString(report.comparisons().size() + report.unjudged().size()));
        attribute("failures", Long.toString(report.count(Verdict.REGRESSED)));
        attribute("errors", Long.toString(report.count(Unjudged.Reason.FAILED)));
        attribute(
                "skipped",
                Long.toString(report.count(Verdict.INCONCLUSIVE)
                        + report.unjudged().size()
                        - report.count(Unjudged.Reason.FAILED)));
        attribute("time", Double.toString(report.seconds()));
        for (Comparison one : report.comparisons()) {
            write(one);
        }
        for (Unjudged one : report.unjudged()) {
            write(one);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Comparison one) throws XMLStreamException {
        begin(one.subject().benchmark(), one.subject().id() + " " + one.metric().name());
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties(one).entrySet()) {
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        xml.writeEndElement();
        if (one.verdict() == Verdict.REGRESSED) {
            end("failure", "regressed by " + one.worsening() * 100 + " %", one.notes());
        } else if (one.verdict() == Verdict.INCONCLUSIVE) {
            end("skipped", "inconclusive", one.notes());
        }
        xml.writeEndElement();
    }

    private void write(Unjudged one) throws XMLStreamException {
        begin(one.subject().benchmark(), one.subject().id());
        end(one.reason() == Unjudged.Reason.FAILED ? "error" : "skipped", one.message(), List.of());
        xml.writeEndElement();
    }

    private void begin(String type, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", type);
        attribute("name", name);
        attribute("time", "0");
    }

    private void end(String element, String message, List<String> notes) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        xml.writeCharacters(clean(String.join("\n", notes)));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    /* XML 1.0 has no place for most control characters, not even escaped. */
    private static String clean(String text) {
        return text.replaceAll("[^\\x09\\x0a\\x0d\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]", "?");
    }

    private static Map<String, String> properties(Comparison one) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("verdict", one.verdict().name());
        properties.put("band", Double.toString(one.metric().band()));
        properties.put("forks", one.base().size() + "+" + one.head().size());
        Estimate estimate = one.estimate();
        if (estimate != null) {
            properties.put("ratio", Double.toString(estimate.ratio()));
            properties.put("low", Double.toString(estimate.low()));
            properties.put("high", Double.toString(estimate.high()));
            properties.put("p", Double.toString(estimate.pValue()));
        }
        if (one.detectable() != null) {
            properties.put("detectable", Double.toString(one.detectable()));
        }
        return properties;
    }
}
