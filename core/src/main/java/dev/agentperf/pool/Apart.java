package dev.agentperf.pool;

/**
 * An object that two cores may write while they write its neighbours in memory: what its subclass declares lies 128
 * bytes from whatever is before it, so that neither takes a cache line from the other.
 */
abstract class Apart {
    /* Two lines, for they are fetched in pairs. A virtual machine lays out a superclass's fields first and drops none. */
    @SuppressWarnings("unused")
    private long pad1, pad2, pad3, pad4, pad5, pad6, pad7, pad8, pad9, pad10, pad11, pad12, pad13, pad14, pad15, pad16;
}
