# agentperf for a CI job that has a container engine and no Java. The jar comes from the checkout: what was tested is what is packed.
#
#   ./agentperf --version                                  # builds reports/target/agentperf.jar
#   docker build -t agentperf .
#   docker run --rm -v "$PWD":/work --user "$(id -u)" agentperf gate compare out-july out-august
#
# BASE is any image with java (17 or later) on its PATH; the gate forks it for every benchmark.
ARG BASE=eclipse-temurin:17-jre
FROM ${BASE}
COPY LICENSE reports/target/agentperf.jar /opt/agentperf/
WORKDIR /work
ENTRYPOINT ["java", "-jar", "/opt/agentperf/agentperf.jar"]
