package dev.agentperf.jmh.pool;

import org.openjdk.jmh.annotations.Threads;

/**
 * What a claim and its release cost one thread, beside what they cost in other pools: see {@link PoolPeers}.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar "PoolPeersBenchmark|PoolPeersOnAllCoresBenchmark" -prof gc
 * }</pre>
 */
@Threads(1)
public class PoolPeersBenchmark extends PoolPeers {}
