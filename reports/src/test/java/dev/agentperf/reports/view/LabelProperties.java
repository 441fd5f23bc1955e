package dev.agentperf.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class LabelProperties {
    @Property
    void anyName_becomesOneShortLine(@ForAll String name) {
        Label label = Label.of(name);

        assertThat(label.text().codePointCount(0, label.text().length())).isLessThanOrEqualTo(60);
        assertThat(label.full().codePoints()).noneMatch(Character::isISOControl);
    }

    @Property
    void anyName_isCleanAfterOnce(@ForAll String name) {
        String once = Label.of(name).full();

        assertThat(Label.of(once).full()).isEqualTo(once);
    }
}
