package dev.agentperf.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against a machine that serves 50 tasks at full speed and shares itself among more. */
final class GradientLimitTest {
    private static final double CAPACITY = 50;
    private static final long ALONE_NANOS = 1_000_000;

    private final GradientLimit limit = new GradientLimit(10, 500);

    @Test
    void current_atFirst_isTheLeast() {
        assertThat(limit.current()).isEqualTo(10);
    }

    /** After 20 tasks at full speed: 10 + sqrt(10) = 13.2. */
    @Test
    void ended_firstWindowAtFullSpeed_addsTheRoot() {
        run(19, ALONE_NANOS, 10);
        assertThat(limit.current()).isEqualTo(10);

        run(1, ALONE_NANOS, 10);

        assertThat(limit.current()).isEqualTo(13);
    }

    @Test
    void ended_littleUsed_leavesTheLimit() {
        run(1_000, ALONE_NANOS, 4);

        assertThat(limit.current()).isEqualTo(10);
    }

    /** limit x 1.5 x 50 / limit + sqrt(limit) = limit has its solution at 84: 1.7 times what runs at full speed. */
    @Test
    void ended_alwaysFull_settlesWhereTasksTakeHalfAsLongAgain() {
        for (int window = 0; window < 29; window++) {
            saturate();
        }

        assertThat(limit.current()).isBetween(80, 88);
    }

    /** However long the load lasts, it is never taken for the normal state. */
    @Test
    void ended_alwaysFullForever_staysThere() {
        for (int window = 0; window < 3_000; window++) {
            saturate();

            assertThat(limit.current()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void ended_thirtiethWindow_halvesTheLimitToMeasureAnew() {
        for (int window = 0; window < 30; window++) {
            saturate();
        }

        assertThat(limit.current()).isBetween(40, 44);
    }

    @Test
    void ended_machineLosesMostOfItsCapacity_fallsWithinTenWindows() {
        for (int window = 0; window < 15; window++) {
            saturate();
        }

        for (int window = 0; window < 10; window++) {
            run(Math.max(20, limit.current()), 10 * ALONE_NANOS, limit.current());
        }

        assertThat(limit.current()).isLessThan(30);
    }

    @Test
    void ended_workBecomesLongerForGood_isAcceptedInTheEnd() {
        run(300, ALONE_NANOS, 500);

        for (int window = 0; window < 59; window++) {
            run(Math.max(20, limit.current()), 10 * ALONE_NANOS, limit.current());
        }

        assertThat(limit.current()).isGreaterThan(200);
    }

    private void saturate() {
        int running = limit.current();
        run(Math.max(20, running), (long) (ALONE_NANOS * Math.max(1, running / CAPACITY)), running);
    }

    private void run(int tasks, long runNanos, int running) {
        for (int task = 0; task < tasks; task++) {
            limit.ended(runNanos, running);
        }
    }
}
