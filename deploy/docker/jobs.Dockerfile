# Flink with the jobs' jar beside it. Build from the project's root: docker build -f deploy/docker/jobs.Dockerfile .
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /otklik
COPY . .
RUN mvn -q -B -DskipTests -Dspotless.check.skip -pl jobs -am package

FROM flink:2.2.1-java17
COPY --from=build --chown=flink:flink /otklik/jobs/target/otklik-jobs-*-all.jar /opt/flink/otklik/jobs.jar
USER flink
