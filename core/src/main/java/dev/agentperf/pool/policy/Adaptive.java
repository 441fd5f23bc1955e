package dev.agentperf.pool.policy;

import dev.agentperf.AgentType;

/**
 * {@code adaptive:P}: learns when the next claim of a type comes after a use, and does what would have cost least at
 * price P: keep the container for a time, as {@link Hazard}, or give it up and have another one ready for a window of
 * time, as {@link Hybrid} where that is worth it. Before five gaps it is {@link BreakEven}, and so it is beyond the
 * longest gap that it has seen: of n gaps the next is longer with probability 1 / (n + 1), and then, where the length
 * of what remains is unknown (density 1 / t^2), the cheapest is to wait until idle memory has cost a cold start.
 *
 * <p>It learns from all gaps of the type, and apart from those that follow each {@link UseKind kind} of use: of each
 * number of containers in use where they are reused, of these after each number of claims in a longer while, and of
 * these after each number in a shorter one. A level of use keeps for as long as it pays, the lowest for ever where work
 * never ends: that is a stock, with a size that follows from the price; and after the last claim of a burst nothing is
 * kept that is kept within it. Which of the plans counts is decided by what each would have cost for the gaps that came
 * after it was made (follow the leader; Cesa-Bianchi and Lugosi, <i>Prediction, Learning, and Games</i>, 2006, chapter
 * 3): fine kinds have too few gaps to be followed blindly.
 *
 * <p>For what no gap foretells it has a {@link Reserve}: one container before the first claim, and one more than were
 * ever needed at once while the need grows.
 *
 * <p>Its constants were chosen on the Azure Functions 2019 sample, at prices from 30 to 2,400 and with counts at the
 * minute's start, spread evenly and at random: 32 bins an octave, windows one bin wider on each side than what was
 * seen, levels of half an octave, leaders of the last 256 gaps. How much is remembered, 16,384 gaps, was chosen on
 * arrivals drawn from the rates and variations of the ServeGen clients: with 4,096 they cost up to 9 % more. Conditions
 * on the gap before, pseudo-gaps of the whole type for a level, and containers still idle as gaps that are at least so
 * long were tried and cost more, or changed nothing.
 *
 * <p>How long the two whiles are, an eighth of break-even and twice that, and that a plan for a number of claims is
 * followed once it has saved two cold starts, was chosen on the traces that the next paragraph tells of. Whiles of a
 * quarter, a half and four times break-even, or the short one first, change the mean by less than 0.2 %. Without that
 * proof such plans cost 1 to 6 % more than none on average, and up to 2.5 times as much at high prices: where claims
 * come at random each number of them teaches the same, and each of their longest gaps is one too many.
 *
 * <p>How far it waits beyond the longest gap was chosen on half of the traces of {@code DominanceStudy}, and the other
 * half only looked at: as long as break-even for the lowest level and for all gaps, four times the longest gap for
 * higher levels, which would else keep what only one burst needed. Twice the longest gap, or as long as all gaps have
 * cost so far, cost more at high prices. So was the reserve's wait, on seven of them: as long as break-even cost more,
 * and so did a reserve after the first claim.
 */
record Adaptive(Price price) implements PoolPolicy {

    @Override
    public String name() {
        return "adaptive:" + price;
    }

    @Override
    public TypePolicy forType(AgentType type, ContainerCosts costs) {
        return new AdaptiveType(price, costs);
    }
}
