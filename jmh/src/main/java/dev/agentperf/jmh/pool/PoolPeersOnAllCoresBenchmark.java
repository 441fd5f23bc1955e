package dev.agentperf.jmh.pool;

import org.openjdk.jmh.annotations.Threads;

/**
 * What a claim and its release cost while every core claims, beside what they cost in other pools: see
 * {@link PoolPeers}.
 *
 * <pre>{@code
 * java -jar jmh/target/benchmarks.jar "PoolPeersBenchmark|PoolPeersOnAllCoresBenchmark" -prof gc
 * }</pre>
 */
@Threads(Threads.MAX)
public class PoolPeersOnAllCoresBenchmark extends PoolPeers {}
