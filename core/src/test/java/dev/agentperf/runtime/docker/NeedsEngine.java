package dev.agentperf.runtime.docker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a whole class, before anything of it is made, where no engine answers; see {@link TestEngine}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsEngine.Check.class)
@interface NeedsEngine {

    /** Asks once a class. */
    final class Check implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws Exception {
            TestEngine.connect().close();
        }
    }
}
