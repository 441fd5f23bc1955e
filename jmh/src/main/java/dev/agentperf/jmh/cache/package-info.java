/** The cache beside Caffeine alone and a plain map. */
@NullMarked
package dev.agentperf.jmh.cache;

import org.jspecify.annotations.NullMarked;
