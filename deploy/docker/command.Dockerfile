# The command otklik. Build from the project's root: docker build -f deploy/docker/command.Dockerfile .
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /otklik
COPY . .
RUN mvn -q -B -DskipTests -Dspotless.check.skip -pl deploy/cli -am package \
 && mkdir /command \
 && cp deploy/cli/target/otklik-cli-*.jar /command/ \
 && tr ':' '\n' < deploy/cli/target/classpath.txt | xargs -I {} cp {} /command/ \
 && cp jobs/target/otklik-jobs-*-all.jar /jobs.jar

FROM eclipse-temurin:17-jre-jammy
RUN useradd --system --home-dir /otklik --create-home otklik
WORKDIR /otklik
COPY --from=build /command /opt/otklik/lib
COPY --from=build /jobs.jar /opt/otklik/jobs.jar
COPY deploy/samples/data /opt/otklik/samples
ENV LC_ALL=C.UTF-8 OTKLIK_HOME=/otklik
USER otklik
ENTRYPOINT ["java", "-Xmx256m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", "/opt/otklik/lib/*", "io.otklik.cli.Otklik"]
CMD ["--help"]
