package dev.agentperf.reports.gate.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agentperf.reports.gate.Direction;
import dev.agentperf.reports.gate.GateReport;
import dev.agentperf.reports.gate.Metric;
import dev.agentperf.reports.gate.SampleGate;
import dev.agentperf.reports.gate.SingleComparison;
import dev.agentperf.reports.gate.Subject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class JUnitXmlTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:00.5Z");

    static List<GateReport> reports() {
        return List.of(SampleGate.report(), SampleGate.hostile(), SampleGate.of());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void anyReport_isValidByBothSchemasThatAreInUse(GateReport report) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(JUnitXml.render(report, TIME))));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void anyReport_countsWhatItHolds(GateReport report) throws Exception {
        Document document = parse(report);
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);

        assertThat(suite.getAttribute("tests")).isEqualTo(count(document, "testcase"));
        assertThat(suite.getAttribute("failures")).isEqualTo(count(document, "failure"));
        assertThat(suite.getAttribute("errors")).isEqualTo(count(document, "error"));
        assertThat(suite.getAttribute("skipped")).isEqualTo(count(document, "skipped"));
    }

    @Test
    void everyVerdict_hasItsOwnElement() throws Exception {
        Document document = parse(SampleGate.report());

        assertThat(message(document, "failure")).isEqualTo("regressed: +20.0 %, interval +19.0 to +21.0 %");
        assertThat(message(document, "error")).isEqualTo("It threw.");
        assertThat(message(document, "skipped")).isEqualTo("inconclusive");
        assertThat(count(document, "testcase")).isEqualTo("5");
    }

    @Test
    void regressionWithoutRatio_saysBothFigures() throws Exception {
        Metric met = new Metric("met", "of 1", Direction.LARGER, 0, 0);

        assertThat(message(
                        parse(SampleGate.of(SingleComparison.exact(Subject.of("target"), met, 1, 0, List.of()))),
                        "failure"))
                .isEqualTo("regressed from 1.0 to 0.0");
    }

    @Test
    void figures_arePropertiesUnderTheNameOfTheirCase() throws Exception {
        NodeList properties = parse(SampleGate.report()).getElementsByTagName("property");

        assertThat(IntStream.range(0, properties.getLength())
                        .mapToObj(i -> (Element) properties.item(i))
                        .map(one -> one.getAttribute("name") + "=" + one.getAttribute("value")))
                .contains("a.B.slower cpu verdict=REGRESSED", "a.B.slower cpu ratio=1.2", "a.B.same cpu forks=3+3");
    }

    private static Document parse(GateReport report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.render(report, TIME))));
    }

    private static String count(Document document, String element) {
        return Integer.toString(document.getElementsByTagName(element).getLength());
    }

    private static String message(Document document, String element) {
        return ((Element) document.getElementsByTagName(element).item(0)).getAttribute("message");
    }
}
