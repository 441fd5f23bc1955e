package dev.agentperf.simulator.workload;

import dev.agentperf.AgentType;
import dev.agentperf.simulator.workload.AgentProfile.Length;
import dev.agentperf.simulator.workload.AgentProfile.Resources;
import dev.agentperf.simulator.workload.AgentProfile.Tools;
import java.util.List;

/*
 * Every number of the reference workload, with the published measurement that it comes from.
 *
 * Arrivals. The Azure LLM inference trace 2023 (code completion; Patel et al., Splitwise, ISCA 2024) has 8,819 requests
 * in 3,436 s: 2.57 a second, gaps of mean 0.390 s, median 0.064 s and CV 13.2. ServeGen (Alibaba) publishes the gap CV of
 * each client and ten minutes of a production service (m-small, 43 clients, 14 days): weighted by rate its median is 1.2,
 * its 75th percentile 2.2, its 90th 7.0. The four types take these four CVs, the calmest first.
 *
 * Lengths, calls, tools. tau2-bench recorded agents with their times. Per run: session length (median, CV), tool calls
 * (median, standard deviation of the logarithm, correlation of the logarithms), share of the time from one message to the
 * agent's next one, number of tools and Zipf exponent (maximum likelihood):
 *   retail,  GPT-4.1,     40 sessions: 24.8 s, 0.30;  7, 0.36, 0.76; 0.70; 15 tools, 1.25 -> react
 *   airline, Qwen2.5-7B,  50 sessions: 87.5 s, 0.95;  6, 0.83, 0.78; 0.90; 14 tools, 0.91 -> chain of thought
 *   telecom, GPT-4.1,     40 sessions: 53.0 s, 0.30; 18, 0.42, 0.86; 0.52; 36 tools, 0.81 -> multi-agent: there the
 *     simulated user calls tools as well, two agents in one session
 * SWE-agent's published trajectories have 11.5 steps in the median (0.51) over 26 commands with exponent 1.0 and no
 * times; AgentCgroup (arXiv 2602.09345, 144 coding tasks) gives the times: run-time CV 0.8, 56 to 74 % of it outside the
 * model, tasks of about ten minutes -> autonomous. A lognormal's sigma is sqrt(ln(1 + CV^2)).
 *
 * Memory. AgentCgroup: 185 MB for the agent alone; peaks with a median of 262 MB (Haiku) and 292 MB (GLM), CV 1.09 and
 * 0.63, 95th percentile 2.0 to 2.4 times the median. Chain of thought takes the bare agent, react and autonomous the two
 * medians, multi-agent one agent and two times the tools: 185 + 2 (262 - 185). One session in twenty needs 4 to 6 times
 * the median, which with a sigma of 0.4 makes the CV 0.76.
 *
 * Assumptions, not measurements: how the sessions divide among the types; one core busy while a tool runs, with a spread
 * that keeps the CV of the processor time between 0.6 and 1.1, as the runs above have it.
 */
/** The four agent types of the reference workload. */
public final class ReferenceAgents {

    /** Sessions a second, all types together. */
    public static final double SESSIONS_PER_SECOND = 2.57;

    /** The mean gap inside a burst over the mean gap of all: 0.064 s / ln 2 over 0.390 s. */
    static final double BURST_GAP = 0.236;

    /** The part of sessions whose memory lies far above the others'. */
    static final double HEAVY_SHARE = 0.05;

    /** The least that such a session needs, over the median. */
    static final double HEAVY_FROM = 4;

    /** The most that such a session needs, over the median. */
    static final double HEAVY_TO = 6;

    /** Standard deviation of the logarithm of one model call's time: 0.43 to 0.51 in three runs of tau2-bench. */
    static final double MODEL_CALL_SIGMA = 0.46;

    /** The same of one tool call: 18 commands that SWE-agent timed. */
    static final double TOOL_CALL_SIGMA = 0.74;

    private static final AgentProfile CHAIN_OF_THOUGHT = new AgentProfile(
            AgentType.CHAIN_OF_THOUGHT,
            0.30,
            1.2,
            new Length(87.5, 0.80, 0.90),
            new Tools(14, 0.91, 6, 0.83, 0.78),
            new Resources(185, 0.4, 0.3));

    private static final AgentProfile REACT = new AgentProfile(
            AgentType.REACT,
            0.40,
            2.2,
            new Length(24.8, 0.29, 0.70),
            new Tools(15, 1.25, 7, 0.36, 0.76),
            new Resources(262, 0.4, 0.5));

    private static final AgentProfile MULTI_AGENT = new AgentProfile(
            AgentType.MULTI_AGENT,
            0.15,
            7.0,
            new Length(53.0, 0.29, 0.52),
            new Tools(36, 0.81, 18, 0.42, 0.86),
            new Resources(339, 0.4, 0.5));

    private static final AgentProfile AUTONOMOUS = new AgentProfile(
            AgentType.AUTONOMOUS,
            0.15,
            13.2,
            new Length(600, 0.70, 0.35),
            new Tools(26, 1.0, 11.5, 0.51, 0.78),
            new Resources(292, 0.4, 0.3));

    private static final List<AgentProfile> ALL = List.of(REACT, CHAIN_OF_THOUGHT, MULTI_AGENT, AUTONOMOUS);

    private ReferenceAgents() {}

    /** Returns react, chain of thought, multi-agent and autonomous. */
    public static List<AgentProfile> all() {
        return ALL;
    }
}
