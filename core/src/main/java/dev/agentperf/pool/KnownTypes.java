package dev.agentperf.pool;

import dev.agentperf.AgentType;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pools of the types that were asked for. Thread-safe. */
final class KnownTypes {
    /*
     * Each claim looks its type up, behind atomic instructions, where every load waits for those before it: here it is mostly found in
     * fewer loads than the map takes. A place is filled once, when a pool is made, so that no claim writes what others read. It is
     * filled without a fence, which is enough: all fields of a pool are final. There are so many that hundreds of types seldom share one.
     */
    private static final int PLACES = 1 << 12;

    private final Map<AgentType, TypePool> pools = new ConcurrentHashMap<>();
    private final @Nullable TypePool[] near = new TypePool[PLACES];
    private final Function<AgentType, TypePool> newPool;

    /** @param newPool makes the pool of a type that is asked for the first time */
    KnownTypes(Function<AgentType, TypePool> newPool) {
        this.newPool = newPool;
    }

    /** Returns the pool of a type; makes it if there is none. */
    TypePool of(AgentType type) {
        TypePool pool = near[placeOf(type)];
        return pool != null && pool.type.equals(type) ? pool : lookUp(type);
    }

    /* To look first spares the lock that making one takes. */
    private TypePool lookUp(AgentType type) {
        TypePool pool = pools.get(type);
        return pool != null ? pool : pools.computeIfAbsent(type, this::added);
    }

    private TypePool added(AgentType type) {
        TypePool pool = newPool.apply(type);
        int place = placeOf(type);
        if (near[place] == null) {
            near[place] = pool;
        }
        return pool;
    }

    private static int placeOf(AgentType type) {
        return type.hashCode() & (PLACES - 1);
    }

    /** Returns the pool of a type; null where nobody has asked for it. */
    @Nullable
    TypePool find(AgentType type) {
        return pools.get(type);
    }

    /** Returns the pools there are now: a view that follows. */
    Collection<TypePool> all() {
        return pools.values();
    }
}
