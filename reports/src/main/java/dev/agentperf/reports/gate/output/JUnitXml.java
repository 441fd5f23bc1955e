package dev.agentperf.reports.gate.output;

import dev.agentperf.reports.gate.Comparison;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Unjudged;
import dev.agentperf.reports.gate.Verdict;
import dev.agentperf.reports.gate.stats.Estimate;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, which every CI shows: a test case for each comparison. A regression is a failure, a benchmark that threw
 * an error, one that could not be decided is skipped with its reason: what ran and was fine never looks like what did
 * not run.
 *
 * <p>Valid by both schemas that are in use, Ant's and that of Jenkins' xUnit plugin. Neither has a place for figures in
 * a test case, so that they are properties of the suite, which begin with the name of the case.
 */
public final class JUnitXml {
    private static final double PERCENT = 100;

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Returns the document.
     *
     * @param time when the head was measured
     */
    public static String render(GateReport report, Instant time) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitXml(xml).write(report, time);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
        return text + "\n";
    }

    private void write(GateReport report, Instant time) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        writeAttributes(report, time);
        writeProperties(report);
        for (Comparison one : report.comparisons()) {
            write(one);
        }
        for (Unjudged one : report.unjudged()) {
            write(one);
        }
        xml.writeEmptyElement("system-out");
        xml.writeEmptyElement("system-err");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void writeAttributes(GateReport report, Instant time) throws XMLStreamException {
        int unjudged = report.unjudged().size();
        long failed = report.count(Unjudged.Reason.FAILED);
        attribute("id", "0");
        attribute("package", "");
        attribute("name", "agentperf gate");
        attribute("hostname", "localhost");
        attribute("timestamp", timestamp(time));
        attribute("tests", Integer.toString(report.comparisons().size() + unjudged));
        attribute("failures", Long.toString(report.count(Verdict.REGRESSED)));
        attribute("errors", Long.toString(failed));
        attribute("skipped", Long.toString(report.count(Verdict.INCONCLUSIVE) + unjudged - failed));
        attribute("time", seconds(report.seconds()));
    }

    private void writeProperties(GateReport report) throws XMLStreamException {
        xml.writeStartElement("properties");
        for (Comparison one : report.comparisons()) {
            for (Map.Entry<String, String> property : properties(one).entrySet()) {
                xml.writeEmptyElement("property");
                attribute("name", name(one) + " " + property.getKey());
                attribute("value", property.getValue());
            }
        }
        xml.writeEndElement();
    }

    private void write(Comparison one) throws XMLStreamException {
        begin(one.subject().benchmark(), name(one));
        if (one.verdict() == Verdict.REGRESSED) {
            end("failure", "regressed", regression(one), one.notes());
        } else if (one.verdict() == Verdict.INCONCLUSIVE) {
            end("skipped", "inconclusive", "inconclusive", one.notes());
        }
        xml.writeEndElement();
    }

    private void write(Unjudged one) throws XMLStreamException {
        begin(one.subject().benchmark(), one.subject().id());
        boolean failed = one.reason() == Unjudged.Reason.FAILED;
        end(failed ? "error" : "skipped", one.reason().name(), one.message(), List.of());
        xml.writeEndElement();
    }

    private void begin(String type, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", type);
        attribute("name", name);
        attribute("time", "0");
    }

    private void end(String element, String type, String message, List<String> notes) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("type", type);
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

    private static String regression(Comparison one) {
        Estimate estimate = one.estimate();
        return estimate == null
                ? "regressed from " + one.base().get(0) + " to " + one.head().get(0)
                : String.format(
                        Locale.ROOT,
                        "regressed: %+.1f %%, interval %+.1f to %+.1f %%",
                        PERCENT * (estimate.ratio() - 1),
                        PERCENT * (estimate.low() - 1),
                        PERCENT * (estimate.high() - 1));
    }

    private static String name(Comparison one) {
        return one.subject().id() + " " + one.metric().name();
    }

    /* Without a zone: Ant's schema allows none. */
    private static String timestamp(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private static String seconds(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP).toPlainString();
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
